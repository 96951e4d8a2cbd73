// SPDX-License-Identifier: GPL-3.0-or-later
#include "helperprocess.h"
#include "storagefixture.h"

using namespace Qt::StringLiterals;

namespace orangery::test {

using Killed = StorageTest;

TEST_F(Killed, A_transaction_is_there_whole_or_not_at_all)
{
    for (int round = 1; round <= 5; ++round) {
        {
            HelperProcess helper({u"append"_s, folder()});
            for (int i = 0; i < round; ++i)
                ASSERT_FALSE(helper.line().isEmpty());
            helper.kill();
        }
        // ten at a time, beside the one that streams
        EXPECT_EQ(read(u"SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM message GROUP BY conversation_id) "
                       u"WHERE n % 10 <> 1"_s)
                      .value_or(u"?"_s),
                  u"0"_s);
        EXPECT_EQ(read(u"SELECT COUNT(*) >= %1 FROM message"_s.arg(round * 10)).value_or(u"?"_s), u"1"_s);
        EXPECT_EQ(read(u"PRAGMA integrity_check"_s).value_or(QString()), u"ok"_s);
        close();
    }
}

} // namespace orangery::test
