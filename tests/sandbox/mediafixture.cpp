// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

namespace orangery::test {

QByteArray numbers(const QByteArray& bytes)
{
    QByteArray list = "[";
    for (const char byte : bytes)
        list += QByteArray::number(static_cast<quint8>(byte)) + ',';
    return list.chopped(1) + ']';
}

Form& Form::field(const QByteArray& name, const QByteArray& value)
{
    m_parts += "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    return *this;
}

Form& Form::file(const QByteArray& name, const QByteArray& fileName, const QByteArray& type,
                 const QByteArray& data)
{
    m_parts += "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName +
               "\"\r\nContent-Type: " + type + "\r\n\r\n" + data + "\r\n";
    return *this;
}

} // namespace orangery::test
