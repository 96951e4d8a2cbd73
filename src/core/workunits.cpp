// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workunits.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

QString sizeText(QSize size)
{
    return u"%1x%2"_s.arg(size.width()).arg(size.height());
}

} // namespace

QString WorkUnits::text() const
{
    QStringList parts;
    const auto add = [&parts](const QString& name, double amount) {
        if (amount > 0)
            parts.append(name + u'=' + QString::number(amount, 'g', 12));
    };
    add(u"prompt"_s, tokens.promptTokens);
    add(u"cached"_s, tokens.cachedTokens);
    add(u"completion"_s, tokens.completionTokens);
    add(u"steps"_s, steps);
    if (!size.isEmpty())
        parts.append(u"size="_s + sizeText(size));
    for (const QSize& image : inputImages)
        parts.append(u"input="_s + sizeText(image));
    add(u"looks"_s, looks);
    add(isRealtime ? u"realtimeSeconds"_s : u"seconds"_s, audioSeconds);
    add(u"characters"_s, characters);
    return parts.join(u' ');
}

} // namespace orangery
