// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandboxfixture.h"
#include "support/mediafiles.h"

namespace orangery::test {

/// `[1,2,…]`
QByteArray numbers(const QByteArray& bytes);

/// The body of a form; the boundary is `edge`.
class Form
{
public:
    Form& field(const QByteArray& name, const QByteArray& value);
    Form& file(const QByteArray& name, const QByteArray& fileName, const QByteArray& type,
               const QByteArray& data);
    QByteArray body() const { return m_parts + "--edge--\r\n"; }

private:
    QByteArray m_parts;
};

class MediaTest : public SandboxTest
{
protected:
    WireReply runRaw(const QString& model, const QByteArray& body,
                     const QByteArray& type = "application/octet-stream") const
    {
        return run(model, body, {"Content-Type: " + type});
    }
    WireReply runForm(const QString& model, const Form& form) const
    {
        return run(model, form.body(), {"Content-Type: multipart/form-data; boundary=edge"});
    }
    static double neurons(const WireReply& reply) { return reply.header("cf-ai-neurons").toDouble(); }

    const QString dreamshaper = QStringLiteral("@cf/lykon/dreamshaper-8-lcm");
    const QString schnell = QStringLiteral("@cf/black-forest-labs/flux-1-schnell");
    const QString inpainting = QStringLiteral("@cf/runwayml/stable-diffusion-v1-5-inpainting");
    const QString whisper = QStringLiteral("@cf/openai/whisper");
    const QString turbo = QStringLiteral("@cf/openai/whisper-large-v3-turbo");
    const QString nova = QStringLiteral("@cf/deepgram/nova-3");
    const QString aura = QStringLiteral("@cf/deepgram/aura-1");
    const QString melotts = QStringLiteral("@cf/myshell-ai/melotts");
};

} // namespace orangery::test
