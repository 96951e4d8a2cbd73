// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "gui/picker/modelfilter.h"
#include "gui/picker/modellistmodel.h"
#include "gui/picker/pickerrow.h"
#include "gui/style/look.h"

#include <QFrame>
#include <QPointer>

class QLabel;

namespace orangery {

class FilterPill;
class ModelDetail;
class ModelTable;
class PickerFooter;
class SearchField;

/// The popup in which a model is chosen. A view: connectPicker() feeds it. The search field keeps the focus;
/// the arrow keys move in the list, Enter takes the row, Esc closes.
class ModelPicker : public QFrame
{
    Q_OBJECT

public:
    explicit ModelPicker(Look look, QWidget* parent = nullptr);

    void setFacts(const PickerFacts& facts);
    const PickerFacts& facts() const { return m_facts; }
    /// The id that is in use; its row is current when the popup opens.
    void setCurrentModel(const QString& id);

    /// Opens below (or above) `button`, end edge aligned to it. Closing gives the focus back to where it was.
    void openAt(QWidget* button);

public slots:
    void showRefreshing();
    /// A refresh failed; what was known stays.
    void showRefreshError(const orangery::Error& error);

signals:
    void modelChosen(const QString& id);
    void refreshRequested();
    void favouritesChanged(const QStringList& ids);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    void filter();
    void choose(const PickerRow& row);
    void toggleFavourite(const QString& id);
    void showDetail();

    Look m_look;
    PickerFacts m_facts;
    QString m_current;
    ModelListModel m_models;
    ModelFilter m_filter;
    QWidget* m_head = nullptr;
    ModelTable* m_table;
    ModelDetail* m_detail;
    SearchField* m_search = nullptr;
    QLabel* m_empty;
    PickerFooter* m_footer;
    QList<FilterPill*> m_pills;
    QPointer<QWidget> m_focusBefore;
};

} // namespace orangery
