// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "gui/onboarding/firstquestion.h"

#include <QPointer>

namespace orangery {

class Workbench;

/// The real FirstQuestion: the cheapest chat model of the catalog that every plan may use.
class WorkbenchQuestion : public FirstQuestion
{
    Q_OBJECT

public:
    explicit WorkbenchQuestion(Workbench& workbench, QObject* parent = nullptr);

    QString modelName() const override;
    std::optional<Neurons> estimate(const QString& text) const override;
    void ask(const QString& text) override;
    void stop() override;

private:
    ChatRequest request(const QString& text) const;

    Workbench& m_workbench;
    QPointer<ChatCall> m_call;
};

/// The model for a first question: has a price, needs no paid plan, licence or adapter, is no beta; the
/// cheapest for `usage`. Empty: there is none.
QString smallModel(const Catalog& catalog, const TokenUsage& usage);

} // namespace orangery
