// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/signallog.h"

#include <QMetaMethod>

namespace orangery::test {

SignalLog::SignalLog(QObject* object)
{
    const QMetaObject* type = object->metaObject();
    const int slot = metaObject()->indexOfSlot("note()");
    for (int i = QObject::staticMetaObject.methodCount(); i < type->methodCount(); ++i) {
        if (type->method(i).methodType() == QMetaMethod::Signal)
            QMetaObject::connect(object, i, this, slot);
    }
}

void SignalLog::note()
{
    m_names.append(sender()->metaObject()->method(senderSignalIndex()).name());
    if (onSignal)
        onSignal(m_names.last());
}

} // namespace orangery::test
