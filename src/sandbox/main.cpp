// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

using orangery::Sandbox;
using orangery::SandboxOptions;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(orangery::SandboxProgram)
};

void print(std::FILE* stream, const QString& line)
{
    std::fprintf(stream, "%s\n", qUtf8Printable(line));
    std::fflush(stream); // the reader may be waiting for the port at the end of a pipe
}

/// A number within limits, or a sentence on the error stream.
bool readNumber(const QCommandLineParser& parser, const QString& name, double least, double most,
                double& value)
{
    if (!parser.isSet(name))
        return true;
    bool ok = false;
    const double given = parser.value(name).toDouble(&ok);
    if (ok && given >= least && given <= most) {
        value = given;
        return true;
    }
    print(stderr, Text::tr("--%1 needs a number from %2 to %3, not '%4'.")
                      .arg(name)
                      .arg(least)
                      .arg(most, 0, 'f', 0)
                      .arg(parser.value(name)));
    return false;
}

bool readOptions(const QCommandLineParser& parser, SandboxOptions& options)
{
    double port = 0;
    double latency = static_cast<double>(options.latency.count());
    double batch = static_cast<double>(options.batchWait.count());
    double offset = 0;
    double omitEvery = 0;
    if (!readNumber(parser, QStringLiteral("port"), 0, 65535, port) ||
        !readNumber(parser, QStringLiteral("latency"), 0, 3'600'000, latency) ||
        !readNumber(parser, QStringLiteral("tokens-per-second"), 0, 1e6, options.tokensPerSecond) ||
        !readNumber(parser, QStringLiteral("batch-wait"), 0, 3'600'000, batch) ||
        !readNumber(parser, QStringLiteral("quota"), 0, 1e12, options.dailyNeurons) ||
        !readNumber(parser, QStringLiteral("omit-neurons-every"), 0, 1e6, omitEvery) ||
        !readNumber(parser, QStringLiteral("clock-offset"), -1e9, 1e9, offset))
        return false;
    options.port = static_cast<quint16>(port);
    options.latency = std::chrono::milliseconds(static_cast<qint64>(latency));
    options.batchWait = std::chrono::milliseconds(static_cast<qint64>(batch));
    options.clockOffset = std::chrono::seconds(static_cast<qint64>(offset));
    options.omitNeuronsEvery = static_cast<int>(omitEvery);
    options.analytics = !parser.isSet(QStringLiteral("no-analytics"));
    const QString plan = parser.value(QStringLiteral("plan"));
    if (plan != u"free" && plan != u"paid") {
        print(stderr, Text::tr("--plan is free or paid, not '%1'.").arg(plan));
        return false;
    }
    options.plan = plan == u"paid" ? SandboxOptions::Plan::Paid : SandboxOptions::Plan::Free;
    return true;
}

/// SIGINT and SIGTERM end the event loop. Blocks them, so call it before any thread starts.
void quitOnSignals(QCoreApplication& application)
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    auto* notifier =
        new QSocketNotifier(::signalfd(-1, &ending, SFD_CLOEXEC), QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("orangery-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ORANGERY_VERSION));
    quitOnSignals(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("An offline stand-in for the Workers AI API, for people who write clients. It answers on "
                 "127.0.0.1 only;\n"
                 "no model is behind it. Faults on demand: GET /__sandbox/faults lists them."));
    parser.addHelpOption();
    parser.addVersionOption();
    const SandboxOptions defaults;
    parser.addOptions({
        {QStringLiteral("port"), Text::tr("Port; 0 lets the system choose."), QStringLiteral("number"),
         QStringLiteral("0")},
        {QStringLiteral("latency"),
         Text::tr("Milliseconds before a model's first byte (%1).").arg(defaults.latency.count()),
         QStringLiteral("ms")},
        {QStringLiteral("tokens-per-second"),
         Text::tr("Pace of a stream; 0 is as fast as possible (%1).").arg(defaults.tokensPerSecond),
         QStringLiteral("number")},
        {QStringLiteral("batch-wait"),
         Text::tr("Milliseconds until the asynchronous queue has answers (%1).")
             .arg(defaults.batchWait.count()),
         QStringLiteral("ms")},
        {QStringLiteral("quota"), Text::tr("Free neurons a day (%1).").arg(defaults.dailyNeurons),
         QStringLiteral("neurons")},
        {QStringLiteral("plan"), Text::tr("free or paid."), QStringLiteral("plan"), QStringLiteral("free")},
        {QStringLiteral("omit-neurons-every"),
         Text::tr("Every n-th answer does not tell its neurons; 0: all tell them."), QStringLiteral("n")},
        {QStringLiteral("no-analytics"), Text::tr("The token may not read usage figures.")},
        {QStringLiteral("clock-offset"),
         Text::tr("Seconds that the service's clock differs from this machine's."),
         QStringLiteral("seconds")},
    });
    parser.process(application);
    SandboxOptions options;
    if (!parser.positionalArguments().isEmpty()) {
        print(stderr,
              Text::tr("Not understood: %1. See --help.").arg(parser.positionalArguments().join(u' ')));
        return 1;
    }
    if (!readOptions(parser, options))
        return 1;

    Sandbox sandbox(options);
    if (const auto port = sandbox.start(); !port) {
        print(stderr, port.error().message);
        return 1;
    }
    print(stdout, QStringLiteral("listening on ") + sandbox.baseUrl().toString());
    print(stdout, QStringLiteral("account ") + Sandbox::accountId());
    print(stdout, QStringLiteral("token ") + Sandbox::token());
    return QCoreApplication::exec();
}
