// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into the targets that read JSON: half of what they are fed is made by changing the tree of a line of
// JSON, so that it reaches those who read the values; the other half by changing bytes, as libFuzzer does by
// itself.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace orangery::fuzz {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostRemembered = 500;
constexpr int deepest = 40;

bool isBracket(char c)
{
    return c == '{' || c == '[';
}

class Mutator
{
public:
    explicit Mutator(unsigned seed) : m_random(seed) {}

    /// Nothing where no line of it is JSON.
    QByteArray mutated(const QByteArray& input)
    {
        QByteArrayList lines = input.split('\n');
        QByteArray& line = lines[below(lines.size())];
        const qsizetype start = std::find_if(line.cbegin(), line.cend(), isBracket) - line.cbegin();
        const QJsonDocument document = QJsonDocument::fromJson(line.mid(start));
        if (document.isNull())
            return {};
        QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        const auto changes = 1 + below(3);
        for (qsizetype i = 0; i < changes; ++i)
            root = changed(root, 0);
        if (root.isArray())
            line = line.left(start) + QJsonDocument(root.toArray()).toJson(QJsonDocument::Compact);
        else
            line = line.left(start) + QJsonDocument(root.toObject()).toJson(QJsonDocument::Compact);
        return lines.join('\n');
    }

    qsizetype below(qsizetype count)
    {
        return static_cast<qsizetype>(m_random() % static_cast<unsigned long>(count));
    }

private:
    QJsonValue changed(const QJsonValue& value, int depth)
    {
        remember(m_values, value);
        const bool isHere = depth > deepest || below(6) == 0;
        if (value.isObject() && !isHere)
            return changedObject(value.toObject(), depth);
        if (value.isArray() && !isHere)
            return changedArray(value.toArray(), depth);
        switch (below(6)) {
        case 0:
            return QJsonArray{value};
        case 1:
            return QJsonObject{{anyName(), value}};
        case 2:
            return value.toVariant().toString(); // a number becomes its text
        case 3:
            return m_values.at(below(m_values.size()));
        default:
            return oddValue();
        }
    }

    QJsonObject changedObject(QJsonObject object, int depth)
    {
        const QStringList names = object.keys();
        const QString name = names.isEmpty() ? QString() : names.at(below(names.size()));
        remember(m_names, name);
        switch (below(8)) {
        case 0:
            object.insert(anyName(), oddValue());
            break;
        case 1:
            object.insert(anyName(), m_values.at(below(m_values.size())));
            break;
        case 2:
            object.insert(anyName(), object.take(name));
            break;
        case 3:
            object.remove(name);
            break;
        default:
            if (!names.isEmpty())
                object.insert(name, changed(object.value(name), depth + 1));
            break;
        }
        return object;
    }

    QJsonArray changedArray(QJsonArray array, int depth)
    {
        if (array.isEmpty())
            return {oddValue()};
        const qsizetype at = below(array.size());
        switch (below(8)) {
        case 0:
            array.removeAt(at);
            break;
        case 1:
            array.insert(at, m_values.at(below(m_values.size())));
            break;
        case 2:
            for (auto copies = below(20); copies > 0; --copies)
                array.insert(at, array.at(at));
            break;
        default:
            array.replace(at, changed(array.at(at), depth + 1));
            break;
        }
        return array;
    }

    QJsonValue oddValue()
    {
        static const QJsonArray values{QJsonValue(),
                                       true,
                                       false,
                                       0,
                                       -1,
                                       1,
                                       0.5,
                                       1e308,
                                       -1e308,
                                       1e-320,
                                       2147483648.0,
                                       -2147483649.0,
                                       1e19,
                                       4006,
                                       u""_s,
                                       u" "_s,
                                       u"1"_s,
                                       u"-1"_s,
                                       u"1e400"_s,
                                       u"nan"_s,
                                       u"inf"_s,
                                       u"\u00e4\U0001F34A"_s,
                                       QString(QChar(0xd83c)),
                                       u"3040: x"_s,
                                       u"{\"code\":3036}"_s,
                                       u"<think>a</think>b"_s,
                                       u"#/properties"_s,
                                       u"00:00 --> 00:01\na"_s,
                                       u"QUJD"_s,
                                       QString(300, u'x'),
                                       QJsonArray(),
                                       QJsonObject()};
        return values.at(below(values.size()));
    }

    QString anyName() { return m_names.isEmpty() ? QString() : m_names.at(below(m_names.size())); }

    template <typename T>
    void remember(QList<T>& known, const T& value)
    {
        if (known.size() < mostRemembered)
            known.append(value);
        else
            known[below(mostRemembered)] = value;
    }

    std::minstd_rand m_random;
    static inline QStringList m_names;
    static inline QList<QJsonValue> m_values;
};

} // namespace
} // namespace orangery::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed)
{
    orangery::fuzz::Mutator mutator(seed);
    if (size == 0 || mutator.below(2) == 0)
        return LLVMFuzzerMutate(data, size, most);
    // the first byte, which chooses the reader, changes with the bytes only
    const QByteArray input(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    const QByteArray changed = mutator.mutated(input);
    const auto length = static_cast<std::size_t>(changed.size());
    if (changed.isEmpty() || length >= most)
        return LLVMFuzzerMutate(data, size, most);
    std::memcpy(data + 1, changed.constData(), length);
    return length + 1;
}
