// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/pickerfooter.h"

#include "gui/common/keycap.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace orangery {

PickerFooter::PickerFooter(Look look, QWidget* parent)
    : QFrame(parent),
      m_look(look),
      m_status(new QLabel(this)),
      m_refresh(new QPushButton(tr("Refresh"), this))
{
    m_status->setObjectName(QStringLiteral("catalogLabel"));
    bindText(*m_status, look.theme, TextRole::Meta, Token::Text2);
    m_refresh->setObjectName(QStringLiteral("refreshButton"));
    m_refresh->setAccessibleName(tr("Refresh the catalogue"));
    m_refresh->setAutoDefault(false);
    m_refresh->setProperty(property::quiet, true);
    m_refresh->setProperty(property::compact, true);
    connect(m_refresh, &QPushButton::clicked, this, &PickerFooter::refreshRequested);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(6);
    layout->addWidget(m_status);
    layout->addWidget(m_refresh);
    layout->addStretch();
    const auto addKey = [&](const QList<QKeySequence>& keys, const QString& meaning) {
        for (const QKeySequence& key : keys)
            layout->addWidget(new KeyCap(look, key, this));
        auto* label = new QLabel(meaning, this);
        bindText(*label, look.theme, TextRole::Meta, Token::Text2);
        layout->addWidget(label);
    };
    addKey({QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_Down)}, tr("choose"));
    addKey({QKeySequence(Qt::Key_Return)}, tr("use"));
    addKey({QKeySequence(Qt::CTRL | Qt::Key_D)}, tr("favourite"));
}

QString PickerFooter::dateText(const Catalog& catalog)
{
    const QLocale locale;
    if (!catalog.isLive)
        return tr("Catalogue of %1, built in")
            .arg(locale.toString(catalog.date.date(), tr("d MMM yyyy", "date format")));
    return tr("Catalogue of %1")
        .arg(locale.toString(catalog.date.toLocalTime(), tr("d MMM, HH:mm", "date format")));
}

void PickerFooter::showCatalog(const Catalog& catalog)
{
    m_status->setText(dateText(catalog));
    m_status->setToolTip({});
    m_refresh->setEnabled(true);
}

void PickerFooter::showRefreshing()
{
    m_status->setText(tr("Asking for the catalogue…"));
    m_refresh->setEnabled(false);
}

void PickerFooter::showError(const Error& error)
{
    const QString sentence = tr("The catalogue was not refreshed. %1").arg(error.message);
    m_status->setText(m_status->fontMetrics().elidedText(sentence, Qt::ElideRight, width() / 2));
    m_status->setToolTip(sentence);
    m_status->setAccessibleName(sentence);
    m_refresh->setEnabled(true);
}

void PickerFooter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme.color(Token::Base));
    paint::edgeLine(painter, rect(), Qt::TopEdge, m_look.theme.color(Token::Line));
}

} // namespace orangery
