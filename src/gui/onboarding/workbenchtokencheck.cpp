// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/workbenchtokencheck.h"

#include "service/workbench.h"

namespace orangery {

WorkbenchTokenCheck::WorkbenchTokenCheck(Workbench& workbench, QObject* parent)
    : TokenCheck(parent),
      m_workbench(workbench)
{}

void WorkbenchTokenCheck::start(const ApiContext& api)
{
    stop();
    m_doctor = m_workbench.diagnose(api, this);
    connect(m_doctor, &Doctor::checkStarted, this, &TokenCheck::checkStarted);
    connect(m_doctor, &Doctor::checkFinished, this, &TokenCheck::checkFinished);
    connect(m_doctor, &Job::finished, this, [this, doctor = m_doctor.data()] {
        m_doctor = nullptr;
        emit finished(doctor->result());
    });
}

void WorkbenchTokenCheck::stop()
{
    if (!m_doctor)
        return;
    m_doctor->disconnect(this);
    m_doctor->cancel();
    m_doctor = nullptr;
}

} // namespace orangery
