<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Only the plural forms: every other text is English in the sources. -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>orangery::ChatBanners</name>
    <message numerus="yes">
        <source>%n message(s) at the start were not sent to the model this time. They stay in the chat.</source>
        <translation>
            <numerusform>%n message at the start was not sent to the model this time. It stays in the chat.</numerusform>
            <numerusform>%n messages at the start were not sent to the model this time. They stay in the chat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orangery::ChatRowDelegate</name>
    <message numerus="yes">
        <source>%1 · %n message(s)</source>
        <comment>model, number</comment>
        <translation>
            <numerusform>%1 · %n message</numerusform>
            <numerusform>%1 · %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orangery::ConversationList</name>
    <message numerus="yes">
        <source>%1, %n message(s)</source>
        <translation>
            <numerusform>%1, %n message</numerusform>
            <numerusform>%1, %n messages</numerusform>
        </translation>
    </message>
</context>
</TS>
