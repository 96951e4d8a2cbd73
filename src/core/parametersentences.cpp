// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parametersentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace orangery::parametersentences {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(orangery::ParameterSet)

public:
    static QString number(const Parameter& parameter)
    {
        const auto written = [](double value) { return QLocale().toString(value, 'g', 12); };
        const bool isWhole = parameter.type == Parameter::Type::Integer;
        const QString& name = parameter.name;
        if (parameter.minimum && parameter.maximum) {
            const QString from = written(*parameter.minimum);
            const QString to = written(*parameter.maximum);
            return isWhole ? tr("“%1” must be a whole number from %2 to %3. Change it.").arg(name, from, to)
                           : tr("“%1” must be a number from %2 to %3. Change it.").arg(name, from, to);
        }
        if (parameter.minimum) {
            const QString least = written(*parameter.minimum);
            return isWhole ? tr("“%1” must be a whole number, %2 or more. Change it.").arg(name, least)
                           : tr("“%1” must be a number, %2 or more. Change it.").arg(name, least);
        }
        if (parameter.maximum) {
            const QString most = written(*parameter.maximum);
            return isWhole ? tr("“%1” must be a whole number, %2 or less. Change it.").arg(name, most)
                           : tr("“%1” must be a number, %2 or less. Change it.").arg(name, most);
        }
        return isWhole ? tr("“%1” must be a whole number. Change it.").arg(name)
                       : tr("“%1” must be a number. Change it.").arg(name);
    }

    static QString text(const Parameter& parameter)
    {
        const QString& name = parameter.name;
        if (parameter.shortest && parameter.longest)
            return tr("“%1” must be a text of %2 to %3 characters. Change it.")
                .arg(name, QLocale().toString(*parameter.shortest), QLocale().toString(*parameter.longest));
        if (parameter.longest)
            return tr("“%1” must be a text of at most %n character(s). Shorten it.", nullptr,
                      *parameter.longest)
                .arg(name);
        if (parameter.shortest)
            return tr("“%1” must be a text of at least %n character(s). Change it.", nullptr,
                      *parameter.shortest)
                .arg(name);
        return tr("“%1” must be a text. Change it.").arg(name);
    }

    static QString list(const Parameter& parameter)
    {
        const QString& name = parameter.name;
        if (!parameter.choices.isEmpty())
            return tr("“%1” must be a list of some of these: %2. Change it.")
                .arg(name, parameter.choices.join(QStringLiteral(", ")));
        if (parameter.shortest && parameter.longest)
            return tr("“%1” must be a list of %2 to %3 texts. Change it.")
                .arg(name, QLocale().toString(*parameter.shortest), QLocale().toString(*parameter.longest));
        if (parameter.longest)
            return tr("“%1” must be a list of at most %n text(s). Shorten it.", nullptr, *parameter.longest)
                .arg(name);
        if (parameter.shortest)
            return tr("“%1” must be a list of at least %n text(s). Change it.", nullptr, *parameter.shortest)
                .arg(name);
        return tr("“%1” must be a list of texts. Change it.").arg(name);
    }

    static QString choice(const Parameter& parameter)
    {
        return tr("“%1” must be one of: %2. Change it.")
            .arg(parameter.name, parameter.choices.join(QStringLiteral(", ")));
    }
    static QString boolean(const Parameter& parameter)
    {
        return tr("“%1” must be on or off. Change it.").arg(parameter.name);
    }
    static QString file(const Parameter& parameter)
    {
        return tr("“%1” must be a file that is not empty. Choose another.").arg(parameter.name);
    }
    static QString structure(const Parameter& parameter)
    {
        return tr("“%1” is empty. Fill it in, or leave it out.").arg(parameter.name);
    }
    static QString unknown(const QString& name)
    {
        return tr("The model has no parameter “%1”. Remove it, or choose another model.").arg(name);
    }
    static QString missing(const Parameter& parameter)
    {
        return tr("“%1” is missing, and the model needs it. Fill it in.").arg(parameter.name);
    }
};

} // namespace

QString unknown(const QString& name)
{
    return Sentences::unknown(name);
}

QString missing(const Parameter& parameter)
{
    return Sentences::missing(parameter);
}

QString wrong(const Parameter& parameter)
{
    switch (parameter.type) {
    case Parameter::Type::Text:
        return Sentences::text(parameter);
    case Parameter::Type::Integer:
    case Parameter::Type::Number:
        return Sentences::number(parameter);
    case Parameter::Type::Boolean:
        return Sentences::boolean(parameter);
    case Parameter::Type::Choice:
        return Sentences::choice(parameter);
    case Parameter::Type::Base64:
    case Parameter::Type::Bytes:
    case Parameter::Type::File:
        return Sentences::file(parameter);
    case Parameter::Type::List:
        return Sentences::list(parameter);
    case Parameter::Type::Structure:
        break;
    }
    return Sentences::structure(parameter);
}

} // namespace orangery::parametersentences
