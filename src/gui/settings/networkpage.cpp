// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/networkpage.h"

#include "gui/common/detailspopup.h"
#include "gui/settings/pemfile.h"
#include "gui/style/properties.h"
#include "ui_networkpage.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QSignalBlocker>

namespace orangery {

namespace {

void askForFile(QWidget* parent, std::function<void(const QString&)> chosen)
{
    auto* dialog = new QFileDialog(parent, NetworkPage::tr("Choose a CA file"), {},
                                   NetworkPage::tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [chosen = std::move(chosen)](const QString& path) { chosen(path); });
    dialog->open();
}

// The sentences of these kinds speak of a token.
QString reasonOf(const Error& problem)
{
    switch (problem.kind) {
    case ErrorKind::KeychainUnavailable:
        return NetworkPage::tr("No system keychain answers.");
    case ErrorKind::KeychainRefused:
        return NetworkPage::tr("The system keychain is locked, or said no.");
    default:
        return problem.message;
    }
}

bool isManual(ProxyMode mode)
{
    return mode == ProxyMode::Http || mode == ProxyMode::Socks5;
}

} // namespace

NetworkPage::NetworkPage(Look look, NetworkControl& network, QWidget* parent)
    : SettingsPage(look, QStringLiteral("network"), tr("Network"),
                   tr("How every request leaves this computer."), parent),
      m_network(network),
      m_chooseFile(askForFile),
      m_ui(std::make_unique<Ui::NetworkPage>())
{
    setObjectName(QStringLiteral("networkPage"));
    auto* form = new QWidget(this);
    m_ui->setupUi(form);
    m_passwordRow = makePasswordRow();
    constexpr int belowPassword = 4;
    m_ui->formLayout->insertRow(belowPassword, new QLabel(form), m_passwordRow);
    dressForm(form);
    dressNote(m_ui->addressNote);
    body()->addWidget(form);
    body()->addStretch();

    connect(m_ui->proxyCombo, &QComboBox::activated, this, [this] {
        showMode();
        apply();
    });
    for (QLineEdit* edit : {m_ui->hostEdit, m_ui->userEdit, m_ui->passwordEdit})
        connect(edit, &QLineEdit::editingFinished, this, &NetworkPage::apply);
    connect(m_ui->passwordEdit, &QLineEdit::textEdited, this, [this] { m_isPasswordTyped = true; });
    connect(m_ui->portSpin, &QSpinBox::editingFinished, this, &NetworkPage::apply);
    connect(m_ui->caEdit, &QLineEdit::editingFinished, this, &NetworkPage::applyFile);
    connect(m_ui->caButton, &QPushButton::clicked, this, [this] {
        m_chooseFile(this, [this](const QString& path) {
            m_ui->caEdit->setText(path);
            applyFile();
        });
    });
    showSettings();
}

NetworkPage::~NetworkPage() = default;

QWidget* NetworkPage::makePasswordRow()
{
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("passwordProblem"));
    m_passwordNote = new QLabel(row);
    m_passwordNote->setObjectName(QStringLiteral("passwordNote"));
    m_passwordNote->setWordWrap(true);
    dressNote(m_passwordNote);
    auto* again = new QPushButton(tr("Try again"), row);
    again->setObjectName(QStringLiteral("keepPasswordButton"));
    m_detailsButton = new QPushButton(tr("Details"), row);
    m_detailsButton->setObjectName(QStringLiteral("passwordDetailsButton"));
    property::set(*m_detailsButton, property::quiet);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {again, m_detailsButton}) {
        property::set(*button, property::compact);
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_passwordNote);
    column->addLayout(buttons);
    connect(again, &QPushButton::clicked, this, [this] { use(m_network.networkSettings()); });
    connect(m_detailsButton, &QPushButton::clicked, this, [this] {
        if (const std::optional<Error> problem = m_network.passwordProblem())
            (new DetailsPopup(look(), reasonOf(*problem), problem->detail, this))
                ->showBelow(*m_detailsButton);
    });
    return row;
}

void NetworkPage::showPasswordProblem(const std::optional<Error>& problem)
{
    m_ui->formLayout->setRowVisible(m_passwordRow, problem.has_value());
    if (!problem)
        return;
    const bool isEmpty = m_network.networkSettings().proxyPassword.isEmpty();
    const QString what = isEmpty
                             ? tr("The earlier password is still there.")
                             : tr("The password is in use until Orangery is closed, and written to no file.");
    showNote(m_passwordNote, reasonOf(*problem) + QLatin1Char(' ') + what, m_ui->passwordEdit);
    m_detailsButton->setVisible(!problem->detail.isEmpty());
}

Result<void> NetworkPage::use(const NetworkSettings& settings)
{
    return m_network.setNetworkSettings(settings, this, [this](const Result<void>& kept) {
        property::set(*m_ui->passwordEdit, property::invalid, false);
        showPasswordProblem(kept ? std::nullopt : std::optional(kept.error()));
    });
}

void NetworkPage::showSettings()
{
    const NetworkSettings settings = m_network.networkSettings();
    m_ui->proxyCombo->setCurrentIndex(static_cast<int>(settings.proxyMode));
    m_ui->hostEdit->setText(settings.proxyHost);
    {
        const QSignalBlocker quiet(m_ui->portSpin);
        m_ui->portSpin->setValue(settings.proxyPort > 0 ? settings.proxyPort : 8080);
    }
    m_ui->userEdit->setText(settings.proxyUser);
    m_ui->passwordEdit->clear();
    m_isPasswordTyped = false;
    m_ui->passwordEdit->setPlaceholderText(
        settings.proxyPassword.isEmpty() ? QString() : tr("kept in the system keychain"));
    m_ui->caEdit->setText(settings.extraCaFile);
    showMode();
    showPasswordProblem(m_network.passwordProblem());
    property::set(*m_ui->caEdit, property::invalid, false);
    showNote(m_ui->caNote,
             settings.extraCaFile.isEmpty() ? QString() : pemfile::read(settings.extraCaFile).sentence());
}

void NetworkPage::showMode()
{
    const bool manual = isManual(static_cast<ProxyMode>(m_ui->proxyCombo->currentIndex()));
    m_ui->formLayout->setRowVisible(m_ui->hostLayout, manual);
    m_ui->formLayout->setRowVisible(m_ui->userEdit, manual);
    m_ui->formLayout->setRowVisible(m_ui->passwordEdit, manual);
    property::set(*m_ui->hostEdit, property::invalid, false);
    showNote(m_ui->proxyNote, {});
}

bool NetworkPage::isComplete()
{
    const bool manual = isManual(static_cast<ProxyMode>(m_ui->proxyCombo->currentIndex()));
    const QString host = m_ui->hostEdit->text().trimmed();
    property::set(*m_ui->hostEdit, property::invalid, false);
    if (manual && host.isEmpty()) {
        showNote(m_ui->proxyNote,
                 tr("Enter the proxy's host; until then the earlier setting stays in force."));
        return false;
    }
    const bool isHostName = !host.contains(QLatin1Char('/')) && !host.contains(QLatin1Char(' '));
    if (manual && !isHostName) {
        showNote(m_ui->proxyNote,
                 tr("Only the host's name or number goes here, without http:// and without a path."),
                 m_ui->hostEdit);
        return false;
    }
    return true;
}

void NetworkPage::apply()
{
    if (!isComplete())
        return;
    NetworkSettings settings = m_network.networkSettings();
    settings.proxyMode = static_cast<ProxyMode>(m_ui->proxyCombo->currentIndex());
    if (isManual(settings.proxyMode)) {
        settings.proxyHost = m_ui->hostEdit->text().trimmed();
        settings.proxyPort = static_cast<quint16>(m_ui->portSpin->value());
        settings.proxyUser = m_ui->userEdit->text();
        if (m_isPasswordTyped)
            settings.proxyPassword = SecretString(m_ui->passwordEdit->text().toUtf8());
    }
    if (settings == m_network.networkSettings()) {
        showNote(m_ui->proxyNote, {});
        return;
    }
    const Result<void> applied = use(settings);
    showNote(m_ui->proxyNote, applied ? tr("In use from the next request on.") : applied.error().message,
             applied ? nullptr : m_ui->hostEdit);
}

void NetworkPage::applyFile()
{
    NetworkSettings settings = m_network.networkSettings();
    const QString path = m_ui->caEdit->text().trimmed();
    property::set(*m_ui->caEdit, property::invalid, false);
    if (path.isEmpty()) {
        showNote(m_ui->caNote, {});
    } else if (const pemfile::Facts facts = pemfile::read(path); !facts.isUsable()) {
        showNote(m_ui->caNote, facts.sentence(), m_ui->caEdit);
        return;
    } else {
        showNote(m_ui->caNote, facts.sentence());
    }
    if (settings.extraCaFile == path)
        return;
    settings.extraCaFile = path;
    if (const Result<void> applied = use(settings); !applied)
        showNote(m_ui->caNote, applied.error().message, m_ui->caEdit);
}

void NetworkPage::reset()
{
    const Result<void> applied = use({});
    showSettings();
    if (!applied)
        showNote(m_ui->proxyNote, applied.error().message, m_ui->proxyCombo);
}

} // namespace orangery
