// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/imagegeneration.h"

#include "sandbox/envelope.h"
#include "sandbox/imagerequest.h"
#include "sandbox/jsonwriter.h"

#include <QBuffer>
#include <QImageWriter>

namespace orangery::sandbox {

namespace {

using Answer = ImageRequest::Answer;

QByteArray fileOf(const QImage& picture, const char* format, const QString& prompt)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(88);
    // Who finds the file later must not take it for a model's work.
    writer.setText(QStringLiteral("Description"),
                   QStringLiteral("Painted by the Orangery sandbox, no model made it: ") + prompt.left(200));
    writer.write(picture);
    return bytes;
}

Reply answerOf(const ImageRequest& request)
{
    const bool isJpeg = request.answer == Answer::Jpeg || request.answer == Answer::Base64Jpeg;
    const QByteArray file = fileOf(paint(request.order), isJpeg ? "jpeg" : "png", request.order.prompt);
    if (request.answer == Answer::Base64Jpeg || request.answer == Answer::Base64Png)
        return success(ObjectWriter().raw("image", '"' + file.toBase64() + '"').bytes());
    Reply reply;
    reply.headers = {{"Content-Type", isJpeg ? "image/jpeg" : "image/png"}};
    reply.body = file;
    return reply;
}

} // namespace

Reply imageGeneration(const ModelCall& call)
{
    const auto parsed = parseImageRequest(call.request, call.model);
    if (const auto* reason = std::get_if<Failure>(&parsed))
        return failure(*reason);
    ImageRequest request = std::get<ImageRequest>(parsed);
    if (!request.hasSeed)
        request.order.seed = call.state.nextVariant();
    const double neurons = neuronsOf(request, call.model);
    return answerLater(call, [request, neurons] { return priced(answerOf(request), neurons); });
}

} // namespace orangery::sandbox
