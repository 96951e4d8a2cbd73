// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/nginxprocess.h"

#include "bench/cores.h"
#include "bench/timing.h"
#include "support/nginxprogram.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

namespace orangery::bench {

namespace {

using namespace Qt::StringLiterals;

/// Every limit that would end a connection or a stream of the benchmark is out of the way.
const char configuration[] = R"(
daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    upstream backend { server 127.0.0.1:BACKEND; keepalive 64; keepalive_requests 10000000; }
    server {
        listen 127.0.0.1:PORT OFFER;
        ssl_certificate CERTIFICATE;
        ssl_certificate_key KEY;
        keepalive_requests 10000000;
        client_max_body_size 0;
        client_body_buffer_size 1m;
        location / {
            proxy_pass http://backend;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
            add_header X-Protocol $server_protocol;
            add_header X-Connection $connection;
        }
    }
}
)";

quint16 freePort()
{
    QTcpServer server;
    insist(server.listen(QHostAddress::LocalHost), "no port on loopback");
    return server.serverPort();
}

bool isListening(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(200);
}

} // namespace

NginxProcess::NginxProcess(quint16 backend)
{
    insist(m_certificates.isValid(), "openssl made no certificates");
    bool isRunning = false;
    for (int tries = 0; tries < 5 && !isRunning;
         ++tries) // between choosing a port and binding it, another may
        isRunning = start(backend);
    insist(isRunning, "nginx does not start");
}

bool NginxProcess::start(quint16 backend)
{
    m_port = freePort();
    QByteArray text = configuration;
    text.replace("BACKEND", QByteArray::number(backend));
    text.replace("PORT", QByteArray::number(m_port));
    const bool isDirective = test::hasNginxHttp2Directive();
    text.replace("OFFER", isDirective ? "ssl; http2 on" : "ssl http2");
    text.replace("CERTIFICATE", m_certificates.good().certificate.toUtf8());
    text.replace("KEY", m_certificates.good().key.toUtf8());
    QFile file(m_folder.filePath(u"nginx.conf"_s));
    insist(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), "no configuration");
    file.close();
    const QString found = test::nginxProgram();
    insist(!found.isEmpty(), "nginx is not there");
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { stayOn(Core::Last); });
    m_process.start(found, {u"-p"_s, m_folder.path(), u"-c"_s, file.fileName(), u"-e"_s, u"stderr"_s});
    for (int i = 0; i < 100 && m_process.state() != QProcess::NotRunning; ++i) {
        if (isListening(m_port))
            return true;
        m_process.waitForFinished(50);
    }
    m_process.kill();
    m_process.waitForFinished();
    return false;
}

NginxProcess::~NginxProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

} // namespace orangery::bench
