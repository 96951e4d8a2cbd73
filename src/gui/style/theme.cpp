// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/theme.h"

#include <QApplication>
#include <QFontDatabase>

namespace orangery {
namespace {

struct RoleFacts
{
    int sizeOffset;
    int lineHeight; ///< at the normal size
    QFont::Weight weight;
};

RoleFacts factsOf(TextRole role)
{
    switch (role) {
    case TextRole::Display:
        return {15, 36, QFont::DemiBold};
    case TextRole::Title:
        return {7, 28, QFont::DemiBold};
    case TextRole::Heading:
        return {3, 24, QFont::DemiBold};
    case TextRole::Reading:
        return {1, 21, QFont::Normal};
    case TextRole::Meta:
        return {-1, 16, QFont::Normal};
    case TextRole::Tiny:
        return {-2, 14, QFont::Normal};
    case TextRole::Code:
        return {-1, 19, QFont::Normal};
    case TextRole::Body:
        break;
    }
    return {0, 18, QFont::Normal};
}

} // namespace

Theme::Theme(QObject* parent, std::unique_ptr<SystemAppearance> system)
    : QObject(parent),
      m_system(system ? std::move(system) : std::make_unique<SystemAppearance>()),
      m_family(QApplication::font().family())
{
    connect(m_system.get(), &SystemAppearance::changed, this, &Theme::update);
    update();
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    update();
}

void Theme::setSize(int pixels)
{
    const int size = qBound(smallestSize, pixels, largestSize);
    if (m_size == size)
        return;
    m_size = size;
    update();
}

QFont Theme::font(TextRole role) const
{
    return font(role, factsOf(role).weight);
}

QFont Theme::font(TextRole role, QFont::Weight weight) const
{
    QFont font;
    if (role != TextRole::Code) {
        font.setFamily(m_family);
    } else if (m_codeFamily.isEmpty()) {
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    } else {
        font.setFamily(m_codeFamily);
        font.setStyleHint(QFont::Monospace);
    }
    font.setPixelSize(m_size + factsOf(role).sizeOffset);
    font.setWeight(weight);
    return font;
}

int Theme::lineHeight(TextRole role) const
{
    const RoleFacts facts = factsOf(role);
    return facts.lineHeight * (m_size + facts.sizeOffset) / (normalSize + facts.sizeOffset);
}

void Theme::setCodeFamily(const QString& family)
{
    if (m_codeFamily == family)
        return;
    m_codeFamily = family;
    update();
}

void Theme::setMotionReduced(std::optional<bool> reduced)
{
    m_motionReduced = reduced;
    emit changed();
}

void Theme::update()
{
    m_isDark = m_choice == Choice::System ? m_system->isDark() : m_choice == Choice::Dark;
    const QPalette platform = m_system->platformPalette();
    const bool highContrast = m_system->isHighContrast();
    m_colors = highContrast ? highContrastColors(platform, m_system->isDark()) : themeColors(m_isDark);
    m_palette = highContrast ? platform : paletteOf(m_colors);
    m_system->apply(m_palette);
    QApplication::setFont(font(TextRole::Body));
    emit changed();
}

} // namespace orangery
