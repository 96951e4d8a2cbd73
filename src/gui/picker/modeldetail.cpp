// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modeldetail.h"

#include "gui/common/numbers.h"
#include "gui/common/pill.h"
#include "gui/picker/modellistmodel.h"
#include "gui/style/paint.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <functional>

namespace orangery {

ModelDetail::ModelDetail(Look look, QWidget* parent) : QFrame(parent), m_look(look)
{
    setObjectName(QStringLiteral("detailPane"));
    setAccessibleName(tr("About the model"));
    m_name = addText(TextRole::Body, Token::Text, QFont::DemiBold);
    m_name->setObjectName(QStringLiteral("detailName"));
    m_description = addText(TextRole::Meta, Token::Text2);
    m_pills = new QWidget(this);
    auto* pills = new QHBoxLayout(m_pills);
    pills->setContentsMargins({});
    pills->setSpacing(4);
    m_abilities = {new Pill(look, Accent::Neutral, tr("Vision"), QStringLiteral("vision"), m_pills),
                   new Pill(look, Accent::Neutral, tr("Tools"), QStringLiteral("tool"), m_pills),
                   new Pill(look, Accent::Neutral, tr("Reasoning"), QStringLiteral("reasoning"), m_pills),
                   new Pill(look, Accent::Neutral, tr("LoRA"), {}, m_pills),
                   new Pill(look, Accent::Info, tr("Beta"), {}, m_pills)};
    for (Pill* pill : m_abilities)
        pills->addWidget(pill);
    pills->addStretch();

    m_figures = new QFormLayout;
    m_figures->setHorizontalSpacing(8);
    m_figures->setVerticalSpacing(6);
    m_context = addFigure(tr("Context"));
    m_output = addFigure(tr("Longest answer"));
    m_inputPrice = addFigure(tr("Input"));
    m_outputPrice = addFigure(tr("Output"));
    m_usual = addFigure(tr("Your usual message"));
    m_left = addFigure(tr("More today"));
    bindText(*m_left, look.theme, TextRole::Meta, Token::Text, QFont::DemiBold);
    m_plan = addFigure(tr("Plan"));
    m_note = addText(TextRole::Meta, Token::Text2);
    m_note->setObjectName(QStringLiteral("detailNote"));
    m_id = addText(TextRole::Code, Token::Text2);
    m_id->setObjectName(QStringLiteral("detailId"));
    m_id->setAccessibleName(tr("Model id"));
    m_id->setLayoutDirection(Qt::LeftToRight);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(m_description);
    layout->addWidget(m_pills);
    layout->addSpacing(8);
    layout->addLayout(m_figures);
    layout->addSpacing(8);
    layout->addWidget(m_note);
    layout->addStretch();
    layout->addWidget(m_id);
    setFixedWidth(look.theme.scaled(224));
    connect(&look.theme, &Theme::changed, this, [this] { setFixedWidth(m_look.theme.scaled(224)); });
}

QLabel* ModelDetail::addText(TextRole role, Token color, std::optional<QFont::Weight> weight)
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    bindText(*label, m_look.theme, role, color, weight);
    return label;
}

QLabel* ModelDetail::addFigure(const QString& name)
{
    auto* label = new QLabel(name, this);
    bindText(*label, m_look.theme, TextRole::Meta, Token::Text2);
    auto* value = new QLabel(this);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bindText(*value, m_look.theme, TextRole::Meta);
    m_figures->addRow(label, value);
    return value;
}

// A figure that is not known leaves no empty line behind.
void ModelDetail::setFigure(QLabel* value, const QString& text)
{
    value->setText(text);
    value->setVisible(!text.isEmpty());
    m_figures->labelForField(value)->setVisible(!text.isEmpty());
}

void ModelDetail::showRow(const std::optional<PickerRow>& row, const PickerFacts& facts)
{
    const auto children = findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    if (!row) {
        for (QWidget* child : children)
            child->hide();
        return;
    }
    m_name->setText(row->isTyped ? row->model.id : row->model.name());
    m_name->show();
    m_description->setText(
        row->isTyped ? tr("This id is not in the catalogue. It is sent as typed; what it costs is known "
                          "only when the service reports it.")
                     : row->model.description);
    m_description->setVisible(!m_description->text().isEmpty());
    showPills(*row);

    const Model& model = row->model;
    const QLocale locale;
    const auto tokens = [&](int count) {
        return count > 0 ? tr("%1\u00A0tok").arg(locale.toString(count)) : QString();
    };
    const auto price = [&](PriceUnit unit) {
        const auto found = model.neurons.constFind(unit);
        return found == model.neurons.constEnd() ? QString()
                                                 : tr("%1\u00A0n / M").arg(locale.toString(*found, 'f', 0));
    };
    setFigure(m_context, tokens(model.contextWindow));
    setFigure(m_output, tokens(model.maxOutputTokens));
    setFigure(m_inputPrice, price(PriceUnit::InputTokensPerMillion));
    setFigure(m_outputPrice, price(PriceUnit::OutputTokensPerMillion));
    setFigure(m_usual, row->usual ? Numbers::estimate(*row->usual) : QString());
    setFigure(m_left, ModelListModel::moreTodayText(*row));
    setFigure(m_plan, row->isTyped ? QString() : model.paidPlanOnly ? tr("Paid only") : tr("Free"));

    m_note->setText(row->usual ? tr("“Usual” is %1 tokens in, %2 out, the median of your last 50 messages.")
                                     .arg(locale.toString(facts.usual.promptTokens),
                                          locale.toString(facts.usual.completionTokens))
                               : QString());
    m_note->setVisible(row->usual.has_value());
    m_id->setText(model.id);
    m_id->show();
}

void ModelDetail::showPills(const PickerRow& row)
{
    const Model& model = row.model;
    const bool shown[] = {model.vision, model.tools, model.reasoning, model.lora, model.beta};
    for (qsizetype i = 0; i < m_abilities.size(); ++i)
        m_abilities[i]->setVisible(shown[i]);
    m_pills->setVisible(std::ranges::any_of(shown, std::identity()));
}

void ModelDetail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    painter.fillRect(rect(), theme.color(Token::Window));
    paint::edgeLine(painter, rect(), layoutDirection() == Qt::LeftToRight ? Qt::LeftEdge : Qt::RightEdge,
                    theme.color(Token::Line));
}

} // namespace orangery
