// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/validator.h"
#include "workersai/modelinput.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace orangery::test {

/// What one model takes, as published: its `rest_form` for a form, its `rest_binary` for a body that is a
/// file, the whole of `input` in every case where that can be held against the request.
class Contract
{
public:
    /// `besides`: members that other sources document (API.md).
    explicit Contract(const QJsonObject& schema, const QStringList& besides = {});

    /// What of the request is against it; empty: nothing.
    QStringList violations(const WireBody& request) const;

private:
    QStringList ofForm(const WireBody& request) const;
    QStringList ofQuery(const WireBody& request) const;
    QStringList ofFile(const WireBody& request) const;

    QJsonObject m_schema;
    Rules m_input;
    Rules m_strictInput;
    Rules m_form;
};

} // namespace orangery::test
