// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/exchange.h"

#include "httpserver/transfer.h"

namespace orangery {

const qint64 Exchange::highWater = Transfer::highWater;

Exchange::Exchange(std::shared_ptr<Transfer> transfer, QObject* parent)
    : QObject(parent),
      m_transfer(std::move(transfer))
{}

Exchange::~Exchange()
{
    if (!m_ended)
        m_transfer->abort();
}

const ServerRequest& Exchange::request() const
{
    return m_transfer->request;
}

void Exchange::answer(int status, const HeaderList& headers, const QByteArray& body)
{
    m_transfer->begin({status, headers, body, true, body.size()});
    m_open = false;
}

void Exchange::begin(int status, const HeaderList& headers, qint64 length)
{
    m_transfer->begin({status, headers, {}, false, length});
}

bool Exchange::write(const QByteArray& bytes)
{
    return m_open && m_transfer->write(bytes);
}

void Exchange::finish()
{
    m_open = false;
    m_transfer->finish();
}

void Exchange::cut()
{
    m_open = false;
    m_transfer->cut();
}

void Exchange::abort()
{
    m_open = false;
    m_transfer->abort();
}

qint64 Exchange::bytesPending() const
{
    return m_transfer->pending();
}

void Exchange::end(bool complete)
{
    if (m_ended)
        return;
    m_ended = true;
    m_open = false;
    if (complete)
        emit finished();
    else
        emit clientGone();
    deleteLater();
}

} // namespace orangery
