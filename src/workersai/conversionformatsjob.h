// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/tasks/conversion.h"
#include "workersai/apicall.h"
#include "workersai/apicontext.h"

namespace orangery {

/// The kinds of file that can be converted (API.md §15).
class ConversionFormatsJob : public ResultJob<QList<ConvertibleFormat>>
{
    Q_OBJECT

public:
    ConversionFormatsJob(HttpClient& client, ApiContext api, QObject* context);

protected:
    void start() override;
    void abort() override;

private:
    ApiContext m_api;
    ApiCall m_call;
};

} // namespace orangery
