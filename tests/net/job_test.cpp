// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/job.h"

#include "support/waitfor.h"

#include <QPointer>
#include <gtest/gtest.h>
#include <memory>

namespace orangery {
namespace {

using test::waitFor;

/// What a FakeJob was asked to do.
struct Diary
{
    int starts = 0;
    int aborts = 0;
    int deaths = 0;
};

class FakeJob : public ResultJob<int>
{
public:
    FakeJob(Diary& diary, QObject* context) : ResultJob(context), m_diary(diary) {}
    ~FakeJob() override { ++m_diary.deaths; }

    using ResultJob::finishWith;
    using ResultJob::isRunning;
    std::optional<Result<int>> outcomeAtStart;

protected:
    void start() override
    {
        ++m_diary.starts;
        if (outcomeAtStart)
            finishWith(*outcomeAtStart);
    }
    void abort() override { ++m_diary.aborts; }

private:
    Diary& m_diary;
};

class JobBase : public testing::Test
{
protected:
    JobBase()
    {
        QObject::connect(job, &Job::finished, &m_listener, [this] {
            ++finishes;
            if (onFinished)
                onFinished();
        });
    }

    void waitForStart()
    {
        ASSERT_TRUE(waitFor([&] { return diary.starts == 1; }));
    }
    void waitForDeath()
    {
        ASSERT_TRUE(waitFor([&] { return diary.deaths == 1; }));
    }

    Diary diary;
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    QPointer<FakeJob> job = new FakeJob(diary, context.get());
    int finishes = 0;
    std::function<void()> onFinished;

private:
    QObject m_listener;
};

TEST_F(JobBase, StartsOnTheNextTurnAndOnlyOnce)
{
    EXPECT_EQ(diary.starts, 0);
    EXPECT_FALSE(job->isRunning());
    waitForStart();
    EXPECT_TRUE(job->isRunning());
    EXPECT_FALSE(job->isFinished());
    waitFor([] { return false; }, 20);
    EXPECT_EQ(diary.starts, 1);
    EXPECT_EQ(finishes, 0);
}

TEST_F(JobBase, FinishesOnceWithTheFirstResultAndDeletesItself)
{
    waitForStart();
    int value = 0;
    onFinished = [&] { value = job->result().value(); };
    job->finishWith(7);
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(value, 7);
    EXPECT_TRUE(job->isFinished());
    job->finishWith(8);
    job->finishWith(Error::of(ErrorKind::Offline));
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(job->result().value(), 7) << "valid until the event loop turns";
    waitForDeath();
    EXPECT_EQ(diary.aborts, 0) << "work that came to its end is not aborted";
    EXPECT_TRUE(job.isNull());
}

TEST_F(JobBase, MayFinishWithinItsStart)
{
    job->outcomeAtStart = Error::of(ErrorKind::InvalidInput);
    ErrorKind kind{};
    onFinished = [&] { kind = job->result().error().kind; };
    waitForDeath();
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(kind, ErrorKind::InvalidInput);
}

TEST_F(JobBase, CancelBeforeTheStartBeginsNothing)
{
    job->cancel();
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(job->result().error().kind, ErrorKind::Canceled);
    job->cancel();
    waitForDeath();
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(diary.starts, 0);
    EXPECT_EQ(diary.aborts, 0);
}

TEST_F(JobBase, CancelWhileRunningAbortsOnce)
{
    waitForStart();
    job->cancel();
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(job->result().error().kind, ErrorKind::Canceled);
    EXPECT_FALSE(job->result().error().message.isEmpty());
    job->cancel();
    job->finishWith(7);
    EXPECT_EQ(job->result().error().kind, ErrorKind::Canceled);
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(diary.aborts, 1);
    waitForDeath();
}

TEST_F(JobBase, CancelWithinAndAfterFinishedChangesNothing)
{
    waitForStart();
    onFinished = [&] { job->cancel(); };
    job->finishWith(7);
    job->cancel();
    EXPECT_EQ(job->result().value(), 7);
    EXPECT_EQ(finishes, 1);
    EXPECT_EQ(diary.aborts, 0);
    waitForDeath();
}

TEST_F(JobBase, MayBeDestroyedWithinFinished)
{
    waitForStart();
    onFinished = [&] { delete job; };
    job->finishWith(7);
    EXPECT_EQ(diary.deaths, 1);
    waitFor([] { return false; }, 20);
    EXPECT_EQ(diary.deaths, 1);
}

TEST_F(JobBase, DestroyedWithItsContextItIsSilent)
{
    context.reset();
    EXPECT_EQ(diary.deaths, 1);
    waitFor([] { return false; }, 20);
    EXPECT_EQ(diary.starts, 0);
    EXPECT_EQ(finishes, 0);
}

TEST_F(JobBase, DestroyedWhileRunningItIsSilent)
{
    waitForStart();
    context.reset();
    EXPECT_EQ(diary.deaths, 1);
    waitFor([] { return false; }, 20);
    EXPECT_EQ(finishes, 0);
}

} // namespace
} // namespace orangery
