// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/aboutpage.h"

#include "gui/style/icons.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>

namespace orangery {

AboutPage::AboutPage(Look look, QWidget* parent)
    : SettingsPage(look, QStringLiteral("info"), tr("About"), tr("A desktop workbench for Workers AI."),
                   parent)
{
    setObjectName(QStringLiteral("aboutPage"));
    auto* mark = new QLabel(this);
    const auto showMark = [mark, look] {
        mark->setPixmap(look.icons.mark().pixmap(QSize(64, 64), mark->devicePixelRatioF()));
    };
    connect(&look.theme, &Theme::changed, mark, showMark);
    showMark();
    auto* name = new QLabel(QStringLiteral("Orangery"), this);
    bindText(*name, look.theme, TextRole::Title);
    auto* version = new QLabel(tr("Version %1").arg(QStringLiteral(ORANGERY_VERSION)), this);
    version->setObjectName(QStringLiteral("versionLabel"));
    version->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    bindText(*version, look.theme, TextRole::Body, Token::Text2);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(name);
    names->addWidget(version);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(mark);
    head->addLayout(names, 1);
    head->setAlignment(names, Qt::AlignVCenter);
    body()->addLayout(head);

    const auto addParagraph = [&](const QString& text) {
        auto* label = new QLabel(text, this);
        label->setWordWrap(true);
        bindText(*label, look.theme, TextRole::Body, Token::Text2);
        body()->addWidget(label);
    };
    addParagraph(
        tr("An unofficial client, made by nobody at the service and not endorsed by it. The names of the "
           "service and of the models belong to their owners."));
    addParagraph(tr(
        "Free software under the GNU General Public License, version 3 or any later one (GPL-3.0-or-later). "
        "It comes with no warranty."));
    addParagraph(tr("It stands on Qt %1, SQLite, QtKeychain, libmicrohttpd and cmark-gfm.")
                     .arg(QLatin1String(qVersion())));
    body()->addStretch();
}

} // namespace orangery
