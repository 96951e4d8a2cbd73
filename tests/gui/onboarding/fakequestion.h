// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/firstquestion.h"

namespace orangery::test {

/// A model that says what the test wants.
class FakeQuestion final : public FirstQuestion
{
    Q_OBJECT

public:
    using FirstQuestion::FirstQuestion;

    QString modelName() const override { return model; }
    std::optional<Neurons> estimate(const QString&) const override { return price; }
    void ask(const QString& text) override { asked.append(text); }
    void stop() override { emit finished(Error::of(ErrorKind::Canceled)); }

    void reply(const QString& text)
    {
        emit textArrived(text);
        ChatOutcome outcome;
        outcome.reply.text = text;
        outcome.usage = {.promptTokens = 54, .completionTokens = 31};
        outcome.neurons = Neurons::of(0.7);
        outcome.latency = std::chrono::milliseconds(600);
        emit finished(outcome);
    }

    QString model = QStringLiteral("granite-4.0-h-micro");
    std::optional<Neurons> price = Neurons::of(0.8);
    QStringList asked;
};

} // namespace orangery::test
