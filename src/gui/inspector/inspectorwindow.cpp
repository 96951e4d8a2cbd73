// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector/inspectorwindow.h"

#include "gui/common/searchfield.h"
#include "gui/inspector/inspectorcard.h"
#include "gui/inspector/inspectortable.h"
#include "gui/inspector/modelchooser.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"
#include "service/inspector.h"
#include "service/workbench.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>

namespace orangery {

namespace {

constexpr QSize firstSize(1080, 680);

} // namespace

InspectorWindow::InspectorWindow(Look look, Inspector& inspector, Workbench& workbench, Accounts& accounts,
                                 Preferences& preferences, QWidget* parent)
    : QDialog(parent, Qt::Window),
      m_look(look),
      m_inspector(inspector),
      m_workbench(workbench),
      m_model(look, inspector),
      m_card(new InspectorCard(look, this))
{
    setObjectName(QStringLiteral("inspectorWindow"));
    setWindowTitle(tr("Request inspector"));
    bindFill(*this, look.theme, Token::Window);
    bindFill(*m_card, look.theme, Token::Base);
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter.setFilterKeyColumn(InspectorModel::Request);

    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(m_card);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({look.theme.scaled(480), look.theme.scaled(600)});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    resize(QSize(look.theme.scaled(firstSize.width()), look.theme.scaled(firstSize.height()))
               .boundedTo(screen()->availableSize()));

    auto* chooser = new ModelChooser(look, workbench, accounts, preferences, m_card->replayButton());
    connect(m_card, &InspectorCard::replayRequested, chooser, [this, chooser] {
        const auto call = current();
        if (!call)
            return;
        m_replayed = call->id; // rows come and go while somebody chooses
        chooser->open(call->task, call->model);
    });
    connect(chooser, &ModelChooser::chosen, this, &InspectorWindow::replay);
    connect(m_table, &InspectorTable::currentRowChanged, this, &InspectorWindow::showCurrent);
    connect(&m_filter, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    showCurrent();
            });
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &InspectorWindow::showCurrent);
    m_table->setCurrentIndex(m_filter.index(0, 0));
    m_table->setFocus();
}

QWidget* InspectorWindow::makeList()
{
    auto* list = new QWidget(this);
    auto* search = new SearchField(m_look, tr("Filter requests"), list);
    search->setObjectName(QStringLiteral("filterEdit"));
    search->setProperty(property::compact, true);
    connect(search, &QLineEdit::textChanged, &m_filter, &QSortFilterProxyModel::setFilterFixedString);
    auto* clear = new QPushButton(tr("Clear"), list);
    clear->setObjectName(QStringLiteral("clearButton"));
    clear->setAccessibleName(tr("Clear the list of requests"));
    clear->setProperty(property::compact, true);
    clear->setAutoDefault(false);
    connect(clear, &QPushButton::clicked, this, [this] { m_inspector.clear(); });
    m_table = new InspectorTable(m_look, m_filter, list);
    auto* note = new QLabel(tr("The last %1 requests, kept in memory only and without your token.")
                                .arg(QLocale().toString(Inspector::mostCalls)),
                            list);
    note->setWordWrap(true);
    bindText(*note, m_look.theme, TextRole::Meta, Token::Text2);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(8);
    head->addWidget(search, 1);
    head->addWidget(clear);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->addWidget(note);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    return list;
}

std::optional<InspectedCall> InspectorWindow::current() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_model.callAt(m_filter.mapToSource(index).row());
}

void InspectorWindow::showCurrent()
{
    if (const auto call = current())
        m_card->showCall(*call, m_inspector.textsOf(call->id));
    else
        m_card->clear();
}

void InspectorWindow::replay(const QString& modelId)
{
    const QString name = modelId.section(QLatin1Char('/'), -1);
    const auto tell = [self = QPointer<InspectorWindow>(this), name](const Error* error) {
        if (self)
            self->m_card->showNote(error ? tr("%1 did not answer: %2").arg(name, error->message)
                                         : tr("%1 has answered: see the top of the list.").arg(name));
    };
    // it is paid for: it goes on when this window is closed
    const bool isAsked = m_inspector.replay(m_replayed, modelId, m_workbench, &m_workbench, tell);
    m_card->showNote(isAsked ? tr("Asking %1…").arg(name)
                             : tr("The request was given up to bound the memory."));
}

} // namespace orangery
