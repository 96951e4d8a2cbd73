// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/checkrow.h"

#include "gui/common/iconlabel.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <memory>

namespace orangery {

namespace {

struct Face
{
    const char* icon;
    Token color;
    const char* word; ///< for people who do not see the icon
};

Face faceOf(CheckRow::Mark mark)
{
    switch (mark) {
    case CheckRow::Mark::Running:
        return {"retry", Token::LeafText, QT_TRANSLATE_NOOP("orangery::CheckRow", "running")};
    case CheckRow::Mark::Passed:
        return {"check", Token::LeafText, QT_TRANSLATE_NOOP("orangery::CheckRow", "passed")};
    case CheckRow::Mark::Warning:
        return {"warning", Token::WarnText, QT_TRANSLATE_NOOP("orangery::CheckRow", "optional, missing")};
    case CheckRow::Mark::Failed:
        return {"error", Token::DangText, QT_TRANSLATE_NOOP("orangery::CheckRow", "failed")};
    case CheckRow::Mark::Skipped:
        return {"minus", Token::Text3, QT_TRANSLATE_NOOP("orangery::CheckRow", "not checked")};
    case CheckRow::Mark::Kept:
        return {"lock", Token::Text2, QT_TRANSLATE_NOOP("orangery::CheckRow", "stored")};
    case CheckRow::Mark::Waiting:
        break;
    }
    return {"clock", Token::Text3, QT_TRANSLATE_NOOP("orangery::CheckRow", "waiting")};
}

} // namespace

CheckRow::CheckRow(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new IconLabel(look, {}, 18, Token::Text3, this)),
      m_name(new QLabel(this)),
      m_meaning(new QLabel(this)),
      m_figure(new QLabel(this)),
      m_open(new QPushButton(this)),
      m_cure(new QWidget(this)),
      m_cureText(new QLabel(m_cure))
{
    m_name->setObjectName(QStringLiteral("nameLabel"));
    m_meaning->setObjectName(QStringLiteral("meaningLabel"));
    m_figure->setObjectName(QStringLiteral("figureLabel"));
    m_open->setObjectName(QStringLiteral("openCureButton"));
    m_cureText->setObjectName(QStringLiteral("cureLabel"));
    for (QLabel* label : {m_name, m_meaning, m_figure, m_cureText})
        label->setTextFormat(Qt::PlainText);
    bindText(*m_name, look.theme, TextRole::Body, Token::Text, QFont::Medium);
    bindText(*m_meaning, look.theme, TextRole::Meta, Token::Text2);
    bindText(*m_figure, look.theme, TextRole::Meta, Token::Text3);
    bindText(*m_cureText, look.theme, TextRole::Meta, Token::Text);
    m_meaning->setWordWrap(true);
    m_cureText->setWordWrap(true);
    m_open->setProperty(property::compact, true);
    m_open->setAutoDefault(false);
    m_open->hide();
    m_cure->hide();
    connect(m_open, &QPushButton::clicked, this, [this] { m_cure->setVisible(m_cure->isHidden()); });

    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_name);
    texts->addWidget(m_meaning);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 6, 16, 6);
    line->setSpacing(12);
    line->addWidget(m_icon);
    line->addLayout(texts, 1);
    line->addWidget(m_figure);
    line->addWidget(m_open);
    m_head = new QWidget(this);
    m_head->setLayout(line);

    m_cureButtons = new QHBoxLayout;
    m_cureButtons->setSpacing(8);
    m_cureButtons->addStretch();
    auto* cure = new QVBoxLayout;
    cure->setSpacing(8);
    cure->addWidget(m_cureText);
    cure->addLayout(m_cureButtons);
    auto* indented = new QHBoxLayout(m_cure);
    indented->setContentsMargins(16, 0, 16, 12);
    indented->setSpacing(0);
    indented->addSpacing(18 + 12); // in line with the name
    indented->addLayout(cure, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_cure);
}

void CheckRow::setContent(Mark mark, const QString& name, const QString& meaning, const QString& figure)
{
    m_mark = mark;
    m_name->setText(name);
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    m_figure->setText(figure);
    m_head->setMinimumHeight(m_look.theme.scaled(meaning.isEmpty() ? 44 : 52));
    const bool isQuiet = mark == Mark::Waiting || mark == Mark::Skipped;
    bindText(*m_name, m_look.theme, TextRole::Body, isQuiet ? Token::Text2 : Token::Text, QFont::Medium);
    const Face face = faceOf(mark);
    m_icon->setIcon(QString::fromLatin1(face.icon), face.color);
    m_icon->setAccessibleName(tr(face.word));
    setAccessibleName(QStringLiteral("%1, %2").arg(name, tr(face.word)));
    setAccessibleDescription(meaning);
}

void CheckRow::setCure(const QString& text, const QString& openText)
{
    while (m_cureButtons->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_cureButtons->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    m_cureText->setText(text);
    m_open->setText(openText);
    m_open->setVisible(!text.isEmpty() && !openText.isEmpty());
    m_cure->setVisible(!text.isEmpty() && openText.isEmpty());
}

QPushButton* CheckRow::addCureButton(const QString& text)
{
    auto* button = new QPushButton(text, m_cure);
    button->setProperty(property::compact, true);
    button->setAutoDefault(false);
    m_cureButtons->insertWidget(m_cureButtons->count() - 1, button);
    return button;
}

bool CheckRow::isCureOpen() const
{
    return !m_cure->isHidden();
}

} // namespace orangery
