// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginx.h"

#include "support/nginxprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int deadlineMs = 20'000;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

template <typename Condition>
bool holdsInTime(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > deadlineMs)
            return false;
        QThread::msleep(2);
    }
    return true;
}

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000);
}

} // namespace

Nginx::Nginx(Options options) : m_options(std::move(options))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // A group of its own, so that kill() reaches the workers; and a test that is killed takes it along.
    m_process.setChildProcessModifier([] {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
}

Nginx::~Nginx()
{
    stop();
}

QString Nginx::start()
{
    if (nginxProgram().isEmpty())
        return u"nginx is not installed (script/bootstrap test installs it)"_s;
    QString problem;
    // somebody else may take a free port before nginx does
    for (int tries = 0; tries < 5; ++tries) {
        problem = tryPort(freePort());
        if (problem.isEmpty() || !problem.contains(u"Address already in use"))
            break;
    }
    return problem;
}

QString Nginx::tryPort(quint16 port)
{
    QFile file(m_folder.filePath(u"nginx.conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration(port)) < 0)
        return file.errorString();
    file.close();
    // nothing may answer on the port for a wrong reason
    QFile::remove(m_folder.filePath(u"error.log"_s));
    m_process.start(nginxProgram(), {u"-p"_s, m_folder.path(), u"-e"_s, u"error.log"_s, u"-c"_s,
                                     u"nginx.conf"_s, u"-g"_s, u"daemon off;"_s});
    if (!m_process.waitForStarted(deadlineMs))
        return m_process.errorString();
    const auto isUp = [&] { return errorLog().contains(u"start worker process "_s); };
    const bool settled = holdsInTime([&] { return m_process.waitForFinished(0) || isUp(); });
    if (!settled || m_process.state() == QProcess::NotRunning || !accepts(port))
        return u"nginx did not start: "_s + errorLog();
    m_port = port;
    return {};
}

QByteArray Nginx::configuration(quint16 port) const
{
    const bool isDirective = hasNginxHttp2Directive();
    QString text = uR"(%1
pid nginx.pid;
error_log error.log info;
worker_processes 1;
events { worker_connections 512; }
http {
    log_format plain '$server_protocol $status $request_method $request_uri $connection $request_length';
    access_log access.log plain;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    server {
        listen 127.0.0.1:%2 ssl%3;
        %4
        ssl_certificate "%5";
        ssl_certificate_key "%6";
        client_max_body_size %7;
        keepalive_requests %8;
        location / {
            proxy_pass http://127.0.0.1:%9;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_pass_header Date;
            proxy_pass_header Server;
            proxy_buffering off;
            proxy_read_timeout 100s;
        }
    }
}
)"_s;
    // started by root, the workers would be another user, who cannot enter the folder
    return text
        .arg(geteuid() == 0 ? u"user root root;"_s : QString(), QString::number(port),
             isDirective ? QString() : u" http2"_s, isDirective ? u"http2 on;"_s : QString(),
             m_options.certificate.certificate, m_options.certificate.key,
             QString::number(m_options.mostBodyBytes), QString::number(m_options.callsPerConnection),
             QString::number(m_options.upstreamPort))
        .toUtf8();
}

void Nginx::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(deadlineMs))
        kill();
}

void Nginx::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_wasKilled = true;
    ::kill(-static_cast<pid_t>(m_process.processId()), SIGKILL);
    m_process.waitForFinished(deadlineMs);
}

bool Nginx::reload()
{
    const auto workers = [&] { return errorLog().count(u"start worker process "_s); };
    const auto before = workers();
    ::kill(static_cast<pid_t>(m_process.processId()), SIGHUP);
    return holdsInTime(
        [&] { return workers() > before && errorLog().contains(u"gracefully shutting down"_s); });
}

QUrl Nginx::url(const QString& host) const
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    url.setPort(m_port);
    return url;
}

QList<Nginx::Access> Nginx::accesses() const
{
    QList<Access> found;
    const QStringList lines = contentOf(m_folder.filePath(u"access.log"_s)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList parts = line.split(u' ');
        // what was no request at all has no method and no address
        found.append({parts.value(0), parts.value(1).toInt(), parts.value(2), parts.value(3),
                      parts.value(4).toLongLong(), parts.value(5).toLongLong()});
    }
    return found;
}

QString Nginx::errorLog() const
{
    return contentOf(m_folder.filePath(u"error.log"_s));
}

} // namespace orangery::test
