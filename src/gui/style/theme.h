// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/systemappearance.h"
#include "gui/style/themecolors.h"

#include <QFont>
#include <QObject>
#include <memory>
#include <optional>

namespace orangery {

/// The look of the application: colours, sizes of text, motion. Owned by the application and handed to
/// whatever paints; it must outlive every widget. It sets the application's palette and font. GUI thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)
    static constexpr int smallestSize = 9;
    static constexpr int normalSize = 13; ///< 100 %
    static constexpr int largestSize = 24;

    /// Without `system` it watches the desktop of this session.
    explicit Theme(QObject* parent = nullptr, std::unique_ptr<SystemAppearance> system = {});

    QColor color(Token token) const { return m_colors[static_cast<std::size_t>(token)]; }
    bool isDark() const { return m_isDark; }
    bool isHighContrast() const { return m_system->isHighContrast(); }
    QPalette palette() const { return m_palette; }

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);

    /// The size S of body text in pixels; out of range it is clamped.
    int size() const { return m_size; }
    void setSize(int pixels);
    QFont font(TextRole role) const;
    QFont font(TextRole role, QFont::Weight weight) const;
    int lineHeight(TextRole role) const;
    /// Empty: the system's fixed font.
    void setCodeFamily(const QString& family);

    int controlHeight() const { return qMax(32, m_size + 19); }
    int compactHeight() const { return qMax(28, m_size + 15); }
    /// A length of the design at 100 %, grown with the text; never smaller than given.
    int scaled(int length) const { return qMax(length, length * m_size / normalSize); }

    /// The user's own choice; without one the desktop's counts.
    void setMotionReduced(std::optional<bool> reduced);
    bool isMotionReduced() const { return m_motionReduced.value_or(m_system->isMotionReduced()); }
    /// `milliseconds`, or 0 when motion is reduced.
    int duration(int milliseconds) const { return isMotionReduced() ? 0 : milliseconds; }

public slots:
    void zoomIn() { setSize(m_size + 1); }
    void zoomOut() { setSize(m_size - 1); }
    void resetZoom() { setSize(normalSize); }

signals:
    /// Anything above changed; palette and font of the application are set already.
    void changed();

private:
    void update();

    std::unique_ptr<SystemAppearance> m_system;
    Colors m_colors;
    QPalette m_palette;
    QString m_family;
    QString m_codeFamily;
    std::optional<bool> m_motionReduced;
    Choice m_choice = Choice::System;
    int m_size = normalSize;
    bool m_isDark = false;
};

} // namespace orangery
