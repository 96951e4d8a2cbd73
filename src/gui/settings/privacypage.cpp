// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/privacypage.h"

#include "gui/common/iconlabel.h"
#include "gui/style/icons.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QPushButton>

namespace orangery {

PrivacyPage::PrivacyPage(Look look, const QString& dataFolder, std::function<void(const QUrl&)> openUrl,
                         QWidget* parent)
    : SettingsPage(look, QStringLiteral("shield"), tr("Privacy and data"),
                   tr("What is kept on this computer, and what leaves it."), parent)
{
    setObjectName(QStringLiteral("privacyPage"));
    auto* caption = new QLabel(tr("Data folder"), this);
    bindText(*caption, look.theme, TextRole::Meta, Token::Text2, QFont::DemiBold);
    auto* path = new QLabel(QDir::toNativeSeparators(dataFolder), this);
    path->setObjectName(QStringLiteral("dataFolderLabel"));
    path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    path->setLayoutDirection(Qt::LeftToRight);
    path->setWordWrap(true);
    path->setAccessibleName(tr("Data folder"));
    bindText(*path, look.theme, TextRole::Code);
    auto* open = new QPushButton(look.icons.icon(QStringLiteral("folder")), tr("Open folder"), this);
    open->setObjectName(QStringLiteral("openFolderButton"));
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this,
            [openUrl = std::move(openUrl), dataFolder] { openUrl(QUrl::fromLocalFile(dataFolder)); });
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(path, 1);
    line->addWidget(open);
    auto* folder = new QVBoxLayout;
    folder->setSpacing(4);
    folder->addWidget(caption);
    folder->addLayout(line);
    body()->addLayout(folder);

    addFact(QStringLiteral("storage"), tr("Chats and the record of calls"),
            tr("One database in the data folder. Nothing is deleted but by you. To keep a copy, close "
               "Orangery and copy "
               "the folder."));
    addFact(QStringLiteral("undo"), tr("Backups"),
            tr("Before a new version changes the database, a copy of it is put beside it. A database that is "
               "damaged or "
               "newer than this version is left as it is."));
    addFact(QStringLiteral("key"), tr("Tokens"),
            tr("They lie in the system keychain, or for one session in memory. No file, log, backup or "
               "address holds "
               "them."));
    addFact(QStringLiteral("globe"), tr("What leaves this computer"),
            tr("What you send goes to the API address of the account in use, and nowhere else. There is no "
               "telemetry. "
               "With the sandbox nothing leaves at all."));
    body()->addStretch();
}

void PrivacyPage::addFact(const QString& icon, const QString& title, const QString& text)
{
    auto* name = new QLabel(title, this);
    bindText(*name, look().theme, TextRole::Body, Token::Text, QFont::DemiBold);
    auto* words = new QLabel(text, this);
    words->setWordWrap(true);
    bindText(*words, look().theme, TextRole::Body, Token::Text2);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(words);
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(new IconLabel(look(), icon, 18, Token::Text2, this), 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    body()->addLayout(line);
}

} // namespace orangery
