// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector/inspectormodel.h"

#include "gui/common/numbers.h"
#include "gui/style/theme.h"
#include "service/inspector.h"

#include <QColor>
#include <QLocale>
#include <algorithm>

namespace orangery {

InspectorModel::InspectorModel(Look look, const Inspector& inspector, QObject* parent)
    : QAbstractTableModel(parent),
      m_look(look),
      m_inspector(inspector),
      m_calls(inspector.calls())
{
    std::reverse(m_calls.begin(), m_calls.end());
    connect(&inspector, &Inspector::added, this, &InspectorModel::add);
    connect(&inspector, &Inspector::changed, this, &InspectorModel::update);
    connect(&inspector, &Inspector::removedFirst, this, &InspectorModel::removeOldest);
    connect(&inspector, &Inspector::cleared, this, &InspectorModel::clear);
}

void InspectorModel::add()
{
    beginInsertRows({}, 0, 0);
    m_calls.prepend(m_inspector.callAt(m_inspector.count() - 1));
    endInsertRows();
}

void InspectorModel::update(int inspectorRow)
{
    const int row = m_inspector.count() - 1 - inspectorRow;
    m_calls[row] = m_inspector.callAt(inspectorRow);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void InspectorModel::removeOldest()
{
    const int last = static_cast<int>(m_calls.size()) - 1;
    beginRemoveRows({}, last, last);
    m_calls.removeLast();
    endRemoveRows();
}

void InspectorModel::clear()
{
    beginResetModel();
    m_calls.clear();
    endResetModel();
}

QString InspectorModel::nameOf(const InspectedCall& call)
{
    if (!call.model.isEmpty())
        return call.model.section(QLatin1Char('/'), -1);
    return call.url.path().section(QLatin1Char('/'), -2);
}

QString InspectorModel::statusOf(const InspectedCall& call)
{
    if (call.error && call.error->kind == ErrorKind::Canceled)
        return tr("stopped");
    if (call.status != 0)
        return QString::number(call.status);
    return call.hasEnded ? tr("no answer") : QStringLiteral("…");
}

QString InspectorModel::spanOf(std::chrono::milliseconds span)
{
    const double seconds = static_cast<double>(span.count()) / 1000;
    return Numbers::held(tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 9.995 ? 2 : 1)));
}

bool InspectorModel::isFailed(const InspectedCall& call)
{
    return call.hasEnded && (call.error || call.status >= 400);
}

int InspectorModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int InspectorModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString InspectorModel::textOf(const InspectedCall& call, int column)
{
    switch (column) {
    case Time:
        return QLocale().toString(call.startedAt.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    case Request:
        return call.method + QLatin1Char(' ') + nameOf(call);
    case Status:
        return statusOf(call);
    case Duration:
        return call.hasEnded ? spanOf(call.duration) : QString();
    case Cost:
        return call.neurons ? Numbers::booked(*call.neurons) : QString();
    default:
        return {};
    }
}

QVariant InspectorModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const InspectedCall& call = m_calls.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(call, index.column());
    case Qt::ToolTipRole:
        return index.column() == Request ? call.url.toString() : QString();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() >= Duration ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (isFailed(call) && index.column() == Status)
            return m_look.theme.color(Token::DangText);
        return m_look.theme.color(index.column() == Request ? Token::Text : Token::Text2);
    case Qt::FontRole:
        return m_look.theme.font(index.column() == Request ? TextRole::Body : TextRole::Meta);
    default:
        return {};
    }
}

QVariant InspectorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Duration ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Request:
        return tr("Request");
    case Status:
        return tr("Status");
    case Duration:
        return tr("Took");
    case Cost:
        return tr("Neurons");
    default:
        return {};
    }
}

} // namespace orangery
