// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/textrole.h"

#include "gui/style/theme.h"

#include <QPalette>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

const auto bindingName = u"lookBinding"_s;

// The child of a widget that knows its roles. Only these roles enter the widget's own palette, so the rest
// keeps following the application.
class LookBinding : public QObject
{
public:
    LookBinding(QWidget& widget, const Theme& theme) : QObject(&widget), m_widget(widget), m_theme(theme)
    {
        setObjectName(bindingName);
        connect(&theme, &Theme::changed, this, &LookBinding::apply);
    }

    void setText(TextRole role, Token color, std::optional<QFont::Weight> weight)
    {
        m_role = role;
        m_weight = weight;
        m_text = color;
        apply();
    }

    void setFill(Token color)
    {
        m_fill = color;
        apply();
    }

private:
    void apply()
    {
        QPalette palette;
        if (m_text) {
            const QColor ink = m_theme.color(*m_text);
            for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
                palette.setColor(role, ink);
                palette.setColor(QPalette::Disabled, role, halfway(ink, m_theme.color(Token::Window)));
            }
            m_widget.setFont(m_weight ? m_theme.font(m_role, *m_weight) : m_theme.font(m_role));
        }
        if (m_fill)
            palette.setColor(QPalette::Window, m_theme.color(*m_fill));
        m_widget.setPalette(palette);
    }

    QWidget& m_widget;
    const Theme& m_theme;
    TextRole m_role = TextRole::Body;
    std::optional<QFont::Weight> m_weight;
    std::optional<Token> m_text;
    std::optional<Token> m_fill;
};

LookBinding& bindingOf(QWidget& widget, const Theme& theme)
{
    auto* known = widget.findChild<QObject*>(bindingName, Qt::FindDirectChildrenOnly);
    return known ? static_cast<LookBinding&>(*known) : *new LookBinding(widget, theme);
}

} // namespace

void bindText(QWidget& widget, const Theme& theme, TextRole role, Token color,
              std::optional<QFont::Weight> weight)
{
    bindingOf(widget, theme).setText(role, color, weight);
}

void bindFill(QWidget& widget, const Theme& theme, Token color)
{
    widget.setAutoFillBackground(true);
    bindingOf(widget, theme).setFill(color);
}

} // namespace orangery
