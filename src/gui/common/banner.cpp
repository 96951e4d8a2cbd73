// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/banner.h"

#include "gui/common/detailspopup.h"
#include "gui/common/iconlabel.h"
#include "gui/common/pill.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int mostActions = 2;

int seriousness(Accent accent)
{
    switch (accent) {
    case Accent::Danger:
        return 3;
    case Accent::Warning:
        return 2;
    case Accent::Info:
        return 1;
    default:
        return 0;
    }
}

QString richText(const BannerMessage& message)
{
    const QString text = message.text.toHtmlEscaped();
    const QString part = message.emphasis.toHtmlEscaped();
    const qsizetype at = part.isEmpty() ? -1 : text.indexOf(part);
    if (at < 0)
        return text;
    return text.left(at) + u"<b>"_s + part + u"</b>"_s + text.mid(at + part.size());
}

} // namespace

Banner::Banner(Look look, QWidget* parent) : QFrame(parent), m_look(look)
{
    setObjectName(u"banner"_s);
    m_icon = new IconLabel(look, u"info"_s, 20, Token::InfoText, this);
    m_titleLabel = new QLabel(this);
    m_titleLabel->setObjectName(u"bannerTitleLabel"_s);
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_titleLabel->setWordWrap(true);
    bindText(*m_titleLabel, look.theme, TextRole::Body, Token::Text, QFont::DemiBold);
    m_textLabel = new QLabel(this);
    m_textLabel->setObjectName(u"bannerTextLabel"_s);
    m_textLabel->setTextFormat(Qt::RichText);
    m_textLabel->setWordWrap(true);
    bindText(*m_textLabel, look.theme, TextRole::Meta, Token::Text2);
    m_countPill = new Pill(look, this);
    m_countPill->setObjectName(u"bannerCountPill"_s);

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_titleLabel);
    words->addWidget(m_textLabel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_countPill);
    for (int index = 0; index < mostActions; ++index) {
        auto* button = new QPushButton(this);
        button->setObjectName(u"bannerActionButton%1"_s.arg(index));
        button->setProperty(property::compact, true);
        connect(button, &QPushButton::clicked, this,
                [this, index] { emit actionTriggered(m_shown.id, index); });
        row->addWidget(button);
        m_actionButtons << button;
    }
    m_detailsButton = new QPushButton(tr("Details"), this);
    m_detailsButton->setObjectName(u"bannerDetailsButton"_s);
    m_detailsButton->setProperty(property::compact, true);
    m_detailsButton->setProperty(property::quiet, true);
    connect(m_detailsButton, &QPushButton::clicked, this, &Banner::showDetails);
    row->addWidget(m_detailsButton);
    setMinimumHeight(48);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

void Banner::post(const BannerMessage& message)
{
    const auto known =
        std::find_if(m_messages.begin(), m_messages.end(),
                     [&message](const BannerMessage& other) { return other.id == message.id; });
    if (known != m_messages.end())
        *known = message;
    else
        m_messages << message;
    showMostSerious();
}

void Banner::remove(const QString& id)
{
    m_messages.removeIf([&id](const BannerMessage& message) { return message.id == id; });
    showMostSerious();
}

void Banner::clear()
{
    m_messages.clear();
    showMostSerious();
}

bool Banner::contains(const QString& id) const
{
    return std::any_of(m_messages.begin(), m_messages.end(),
                       [&id](const BannerMessage& message) { return message.id == id; });
}

BannerMessage Banner::current() const
{
    return m_messages.isEmpty() ? BannerMessage() : m_shown;
}

void Banner::showMostSerious()
{
    if (m_messages.isEmpty()) {
        hide();
        m_shown = {};
        return;
    }
    auto best = m_messages.constBegin();
    for (auto message = m_messages.constBegin(); message != m_messages.constEnd(); ++message)
        if (seriousness(message->accent) >= seriousness(best->accent))
            best = message;
    const bool isNews = isHidden() || m_shown.id != best->id || m_shown.title != best->title;
    fill(*best);
    show();
    if (isNews) { // a countdown is not announced again
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Banner::fill(const BannerMessage& message)
{
    m_shown = message;
    const AccentTokens tokens = tokensOf(message.accent);
    m_icon->setIcon(message.icon.isEmpty() ? u"info"_s : message.icon, tokens.ink);
    m_titleLabel->setText(message.title);
    m_textLabel->setText(richText(message));
    m_textLabel->setVisible(!message.text.isEmpty());
    for (int index = 0; index < mostActions; ++index) {
        QPushButton* button = m_actionButtons.at(index);
        const bool isUsed = index < message.actions.size();
        button->setVisible(isUsed);
        if (!isUsed)
            continue;
        const BannerAction& action = message.actions.at(index);
        button->setText(action.text);
        button->setIcon(action.icon.isEmpty() ? QIcon() : m_look.icons.icon(action.icon));
    }
    m_detailsButton->setVisible(!message.details.isEmpty());
    const qsizetype waiting = m_messages.size() - 1;
    m_countPill->setVisible(waiting > 0);
    m_countPill->setContent(Accent::Neutral, tr("+%1").arg(QLocale().toString(waiting)));
    m_countPill->setToolTip(tr("More messages are waiting"));
    setAccessibleName(message.title);
    setAccessibleDescription(message.text);
    update();
}

void Banner::showDetails()
{
    auto* popup = new DetailsPopup(m_look, m_shown.title, m_shown.details, this);
    popup->showBelow(*m_detailsButton);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    painter.fillRect(rect(), theme.color(tokensOf(m_shown.accent).soft));
    paint::edgeLine(painter, rect(), Qt::BottomEdge, theme.color(Token::Line));
}

} // namespace orangery
