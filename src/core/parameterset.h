// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <optional>

namespace orangery {

/// One input of a model, by its name on the wire.
struct Parameter
{
    enum class Type {
        Text,
        Integer,
        Number,
        Boolean,
        Choice,    ///< one of `choices`
        Base64,    ///< a file's bytes as base64 text
        Bytes,     ///< a file's bytes as a list of numbers
        File,      ///< a part of a form
        List,      ///< of texts
        Structure, ///< an object or list that the task's codec builds: messages, tools, contexts, …
    };

    QString name;
    Type type = Type::Text;
    std::optional<double> minimum = {}; ///< of a number; inclusive
    std::optional<double> maximum = {};
    std::optional<int> shortest = {}; ///< characters of a text, items of a list
    std::optional<int> longest = {};
    QStringList choices = {}; ///< of a choice; of a list, what its texts may be; empty there: anything
    QVariant standard = {};   ///< the service's default; invalid: none
    bool isRequired = false;

    bool operator==(const Parameter&) const = default;
};

/// What a model takes, and how (API.md §3, 6–9, 13, 14). From data: resources/catalog/parameters.json, or the
/// service's own schema. An empty one says nothing: then everything that its task knows may be sent.
class ParameterSet
{
public:
    /// How the input travels.
    enum class Transport {
        Json,
        Form,      ///< multipart/form-data, always
        RawAudio,  ///< the body is the file, as application/octet-stream
        RawQuery,  ///< the body is the file under its own type, everything else is in the query
        WebSocket, ///< no HTTP at all
    };

    ParameterSet() = default;
    ParameterSet(Transport transport, QList<Parameter> parameters);

    bool isEmpty() const { return m_parameters.isEmpty(); }
    Transport transport() const { return m_transport; }
    const QList<Parameter>& parameters() const { return m_parameters; }
    const Parameter* find(QStringView name) const;
    /// Whether the parameter may be sent: it is there, or nothing is known.
    bool takes(QStringView name) const { return isEmpty() || find(name); }
    /// Whether the model is known to have it.
    bool has(QStringView name) const { return find(name) != nullptr; }

    /// Checks values by their names on the wire: an unknown name, a value of the wrong type or out of range,
    /// or a missing required one is InvalidInput, with a sentence that names the parameter and what it takes.
    /// Structures are only checked for being there.
    Result<void> check(const QVariantMap& values) const;
    /// The nearest value that the parameter takes; the value itself where there is no such parameter, or
    /// none is near (a file, a structure). Of what is no number and of a choice that is none: the service's
    /// default, invalid where it has none.
    QVariant nearest(QStringView name, const QVariant& value) const;

    bool operator==(const ParameterSet&) const = default;

private:
    Transport m_transport = Transport::Json;
    QList<Parameter> m_parameters;
};

} // namespace orangery
