// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/tokencheck.h"

#include <QPointer>

namespace orangery {

class Workbench;

/// The real TokenCheck.
class WorkbenchTokenCheck : public TokenCheck
{
    Q_OBJECT

public:
    explicit WorkbenchTokenCheck(Workbench& workbench, QObject* parent = nullptr);

    void start(const ApiContext& api) override;
    void stop() override;

private:
    Workbench& m_workbench;
    QPointer<Doctor> m_doctor;
};

} // namespace orangery
