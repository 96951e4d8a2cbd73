// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingsdialog.h"

#include "gui/common/searchfield.h"
#include "gui/settings/pagerowdelegate.h"
#include "gui/settings/scrim.h"
#include "gui/settings/settingspage.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace orangery {

namespace {

constexpr int columnWidth = 216;
constexpr int footerHeight = 56;

QScrollArea* scrolling(Look look, SettingsPage* page)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    bindFill(*area->viewport(), look.theme, Token::Base);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    return area;
}

} // namespace

SettingsDialog::SettingsDialog(Look look, const QList<SettingsPage*>& pages, QWidget* parent)
    : QDialog(parent),
      m_look(look),
      m_pages(pages),
      m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setWindowModality(Qt::WindowModal);
    setMinimumSize(720, 520);
    m_column = makeColumn();
    for (SettingsPage* page : m_pages) {
        auto* item = new QListWidgetItem(page->title(), m_list);
        item->setData(PageRowDelegate::IconNameRole, page->iconName());
        m_stack->addWidget(scrolling(look, page));
    }
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addWidget(makeFooter());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_column);
    layout->addLayout(right, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsDialog::showRow);
    m_list->setCurrentRow(0);
    resize(look.theme.scaled(960), look.theme.scaled(712));
    if (parent)
        resize(size().boundedTo(parent->window()->size().expandedTo(minimumSize())));
    m_search->setFocus(Qt::OtherFocusReason);
}

SettingsDialog::~SettingsDialog()
{
    delete m_scrim.data();
}

QWidget* SettingsDialog::makeColumn()
{
    auto* column = new QWidget(this);
    column->setFixedWidth(m_look.theme.scaled(columnWidth));
    m_search = new SearchField(m_look, tr("Search settings"), column);
    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->setProperty(property::compact, true);
    m_list = new QListWidget(column);
    m_list->setObjectName(QStringLiteral("pageList"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PageRowDelegate(m_look, m_list));
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing = new QLabel(tr("No setting has this word."), column);
    m_nothing->setObjectName(QStringLiteral("nothingLabel"));
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(16, 8, 16, 8);
    m_nothing->hide();
    bindText(*m_nothing, m_look.theme, TextRole::Meta, Token::Text2);

    auto* field = new QHBoxLayout;
    field->setContentsMargins(12, 12, 12, 8);
    field->addWidget(m_search);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(field);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    return column;
}

QWidget* SettingsDialog::makeFooter()
{
    auto* footer = new QWidget(this);
    footer->setFixedHeight(m_look.theme.scaled(footerHeight));
    auto* note = new QLabel(tr("Changes apply at once."), footer);
    bindText(*note, m_look.theme, TextRole::Meta, Token::Text2);
    m_reset = new QPushButton(tr("Reset page"), footer);
    m_reset->setObjectName(QStringLiteral("resetButton"));
    m_reset->setProperty(property::quiet, true);
    m_reset->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"), footer);
    close->setObjectName(QStringLiteral("closeButton"));
    close->setAutoDefault(false);
    auto* layout = new QHBoxLayout(footer);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->setSpacing(8);
    layout->addWidget(note, 1);
    layout->addWidget(m_reset);
    layout->addWidget(close);
    connect(m_reset, &QPushButton::clicked, this, [this] { currentPage()->reset(); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return footer;
}

SettingsPage* SettingsDialog::currentPage() const
{
    return m_pages.at(m_stack->currentIndex());
}

void SettingsDialog::showPage(const QString& objectName)
{
    for (int row = 0; row < m_pages.size(); ++row) {
        if (objectName.isEmpty() || m_pages.at(row)->objectName() != objectName)
            continue;
        m_search->clear();
        m_list->setCurrentRow(row);
    }
}

void SettingsDialog::showRow(int row)
{
    if (row < 0)
        return;
    m_stack->setCurrentIndex(row);
    m_reset->setEnabled(currentPage()->canReset());
    m_reset->setToolTip(m_reset->isEnabled() ? tr("Puts this page's choices back to their defaults")
                                             : tr("This page has nothing to reset"));
}

void SettingsDialog::search(const QString& text)
{
    const QString query = text.trimmed();
    int first = -1;
    for (int row = 0; row < m_pages.size(); ++row) {
        const bool isHit = m_pages.at(row)->contains(query);
        m_list->item(row)->setHidden(!isHit);
        m_pages.at(row)->mark(query);
        if (isHit && first < 0)
            first = row;
    }
    m_nothing->setVisible(first < 0);
    const QListWidgetItem* current = m_list->currentItem();
    if (first >= 0 && (!current || current->isHidden()))
        m_list->setCurrentRow(first);
}

void SettingsDialog::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    painter.fillRect(rect(), theme.color(Token::Window));
    const QRect stack = m_stack->geometry();
    paint::edgeLine(painter, m_column->geometry(),
                    layoutDirection() == Qt::LeftToRight ? Qt::RightEdge : Qt::LeftEdge,
                    theme.color(Token::Line));
    paint::edgeLine(painter, QRect(stack.left(), stack.bottom() + 1, stack.width(), 1), Qt::TopEdge,
                    theme.color(Token::Line));
}

void SettingsDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (parentWidget() && !m_scrim)
        m_scrim = new Scrim(m_look, *parentWidget()->window());
}

void SettingsDialog::hideEvent(QHideEvent* event)
{
    delete m_scrim.data();
    QDialog::hideEvent(event);
}

} // namespace orangery
