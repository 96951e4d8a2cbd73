// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortable.h"

#include <QCoreApplication>

namespace orangery {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(orangery::Error)

public:
    static QString of(ErrorKind kind)
    {
        switch (kind) {
        case ErrorKind::Canceled:
            return tr("Stopped. What had arrived is kept.");
        case ErrorKind::Offline:
            return tr("No connection to the service. Check the network, then try again.");
        case ErrorKind::HostNotFound:
            return tr("The service's host was not found. Check the network and the API address in Settings.");
        case ErrorKind::ProxyFailed:
            return tr("The proxy refused or did not answer. Check it in Settings, Network.");
        case ErrorKind::TlsFailed:
            return tr("The secure connection failed. If your network inspects traffic, add its CA file in "
                      "Settings, Network.");
        case ErrorKind::ConnectionLost:
            return tr(
                "The connection broke before the answer was complete. What had arrived is kept; try again.");
        case ErrorKind::TimedOut:
            return tr("The service took too long to answer. Try again, or use a smaller model.");
        case ErrorKind::RedirectRefused:
            return tr("The address sends requests on to somewhere else. The token was not sent there; check "
                      "the API "
                      "address in Settings.");
        case ErrorKind::InsecureAddress:
            return tr("This address is not encrypted (http://), so the token was not sent. Use https://.");
        case ErrorKind::NotWorkersAi:
            return tr("What answered is not Workers AI. Check the API address in Settings, Account.");
        case ErrorKind::InvalidAnswer:
            return tr(
                "The service answered something that cannot be read. Try again; the raw answer is in the "
                "details.");
        case ErrorKind::BadRequest:
            return tr("The service did not accept the request. The details name the field; change it and "
                      "send again.");
        case ErrorKind::TooLarge:
            return tr("The request is too large for the service. Shorten it and send again.");
        case ErrorKind::UnsupportedAudio:
            return tr(
                "The service cannot read this audio. It may be too long or in an unusual format; cut it into "
                "shorter pieces.");
        case ErrorKind::AccountBlocked:
            return tr("This account is blocked from Workers AI. Ask the service's support about it.");
        case ErrorKind::PromptRefused:
            return tr("The prompt was refused as unsafe. The same text will fail again; reword it.");
        case ErrorKind::QuotaExhausted:
            return tr("Today's free neurons are used up. The next allowance comes at 00:00 UTC.");
        case ErrorKind::FinetuneFilesMissing:
            return tr("The adapter's files are missing. Upload them, then try again.");
        case ErrorKind::Busy:
            return tr("This model is busy. Try again in a moment, or use another model.");
        case ErrorKind::RateLimited:
            return tr("Too many requests in this minute. Wait a moment and send again.");
        case ErrorKind::NotAllowed:
            return tr("This account may not use the model. Choose another one.");
        case ErrorKind::NoSuchModel:
            return tr("There is no model of this name any more. Choose another one.");
        case ErrorKind::NoLora:
            return tr("This model takes no adapters. Remove the adapter or choose a model with LoRA.");
        case ErrorKind::LicenceNotAgreed:
            return tr("The maker of this model wants its licence accepted before the first answer.");
        case ErrorKind::ClientTooOld:
            return tr("The service no longer takes this form of request. Update Orangery.");
        case ErrorKind::PaidPlanNeeded:
            return tr("This model needs the Workers Paid plan. Choose another one.");
        case ErrorKind::TooFewTokens:
            return tr(
                "The answer did not fit into its maximum length. Raise the maximum length and send again.");
        case ErrorKind::SchemaNotMet:
            return tr("The model could not give its answer the form that was asked for. Simplify the schema, "
                      "allow a longer answer, or choose another model that can answer in JSON.");
        case ErrorKind::WrongAddress:
            return tr("The account ID or the API address is wrong. Check both in Settings, Account.");
        case ErrorKind::TokenRefused:
            return tr("The token was refused. It may be expired, deleted or mistyped; check it in Settings, "
                      "Account.");
        case ErrorKind::PermissionMissing:
            return tr(
                "The token lacks a permission for this. Give it “Workers AI: Read” and check it again.");
        case ErrorKind::ServiceFailed:
            return tr("The service failed on its side. Try again in a moment.");
        case ErrorKind::InvalidInput:
            return tr("This input cannot be used as it is.");
        case ErrorKind::NoAccount:
            return tr("No account is set up. Add a token, or choose the sandbox.");
        case ErrorKind::BudgetReached:
            return tr(
                "This request would pass today's limit of neurons, so it was not sent. Wait for 00:00 UTC or "
                "raise the limit.");
        case ErrorKind::CapReached:
            return tr(
                "This request would pass a limit of neurons that you have set, so it was not sent. Raise "
                "the limit in the settings to go on.");
        case ErrorKind::NeverFits:
            return tr("This request alone would pass a whole day's limit of neurons, so it was not sent and "
                      "waiting does not help. Make it smaller or raise the limit.");
        case ErrorKind::KeychainUnavailable:
            return tr("No system keychain answers. The token can be used for this session only; it is never "
                      "written "
                      "to a file.");
        case ErrorKind::KeychainRefused:
            return tr("The system keychain did not hand out the token. Unlock it and try again.");
        case ErrorKind::StorageFull:
            return tr("The disk is full, so nothing new can be saved. Free some space; nothing was deleted.");
        case ErrorKind::StorageReadOnly:
            return tr("The data folder cannot be written to, so nothing new can be saved. Change its "
                      "permissions or "
                      "choose another folder.");
        case ErrorKind::StorageLocked:
            return tr("Another program holds the database. Close it, then try again; nothing was lost.");
        case ErrorKind::StorageCorrupt:
            return tr(
                "The database is damaged. It was left as it is; restore a backup copy from the data folder.");
        case ErrorKind::StorageTooNew:
            return tr("The database was written by a newer Orangery. It was left untouched; update Orangery "
                      "to open "
                      "it.");
        case ErrorKind::StorageFailed:
            return tr("The database refused the change. The details say why; nothing was deleted.");
        case ErrorKind::SandboxFailed:
            return tr("The sandbox could not start on this computer. The details say why.");
        }
        return {};
    }
};

} // namespace

QString sentenceOf(ErrorKind kind)
{
    return Sentences::of(kind);
}

} // namespace orangery
