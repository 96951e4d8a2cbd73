// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameterset.h"

#include <QByteArray>
#include <QUrlQuery>
#include <QVariantMap>

namespace orangery {

/// What goes out to a model, beside its address.
struct WireBody
{
    QByteArray contentType;
    QByteArray body;
    QUrlQuery query = {};
};

/// The input of a model by its names on the wire. It holds only what the model takes and what is set: a
/// schema may refuse nulls and names that it does not know (API.md §3.1, §7).
class ModelInput
{
public:
    /// `parameters` must outlive this.
    explicit ModelInput(const ParameterSet& parameters) : m_parameters(parameters) {}

    /// Nothing happens for an invalid value, an empty text, a number that is none, or a name not taken.
    void set(const QString& name, const QVariant& value);
    /// A file goes as the parameter's type says: numbers, base64, a part of a form, or, where a text is
    /// taken, a data URI; `otherwise` where nothing is known of the model.
    void setFile(const QString& name, const QByteArray& bytes, Parameter::Type otherwise);
    /// The model's own parameters. They win over set(), not over a file.
    void add(const QVariantMap& values);

    bool isEmpty() const { return m_values.isEmpty() && m_files.isEmpty(); }
    /// InvalidInput as ParameterSet::check() says; `fileInBody`: the parameter whose file is all of the body.
    Result<void> check(const QString& fileInBody = {}) const;

    WireBody json() const;
    WireBody form() const;
    /// The file is the body, all else is in the query.
    WireBody raw(const QByteArray& file, const QByteArray& mediaType) const;

private:
    struct File
    {
        QString name;
        QByteArray bytes;
        Parameter::Type type;
    };

    const ParameterSet& m_parameters;
    QVariantMap m_values;
    QList<File> m_files;
};

} // namespace orangery
