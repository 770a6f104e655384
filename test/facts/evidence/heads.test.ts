import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { portableSha256 } from "../../../src/base/digest.ts"
import { type ByteSource, memorySource } from "../../../src/base/source.ts"
import { headRow } from "../../../src/editions/shared/file-head.ts"
import { fileNamesOf, readHead } from "../../../src/facts/evidence/heads/read-head.ts"
import { type ListedFile, planImport } from "../../../src/facts/evidence/intake.ts"

/** Takes files in as import does, and reads the head of the one that is asked for, or of what it became since. */
async function head(name: string, files: Readonly<Record<string, Uint8Array | string>>, since?: ByteSource) {
    const listing = Object.entries(files).map(
        ([originalName, content]): ListedFile => ({
            folder: "evidence",
            originalName,
            modifiedAt: "2023-03-21T02:00:00+08:00",
            source: memorySource(typeof content === "string" ? utf8(content) : content),
        }),
    )
    const clock = { importedAt: "2023-03-22T02:00:00+08:00", newHasher: portableSha256 }
    const { entries } = (await planImport({ entries: [] }, listing, clock)).lock
    const entry = entries.find(({ originalName }) => originalName === name)
    const source = since ?? listing.find(({ originalName }) => originalName === name)?.source
    if (entry === undefined || source === undefined) throw new Error(`no file ${name}`)
    return { mediaType: entry.mediaType, head: await readHead(entry, source, fileNamesOf(entries)) }
}

const MAIL = [
    "Received: from a.example by b.example; Tue, 21 Mar 2023 01:49:10 +0000",
    "Received: from c.example by a.example; Tue, 21 Mar 2023 01:49:09 +0000",
    "From: =?UTF-8?B?5a6i5pyN?= <support@exchange.example>",
    "To: jia@mail.example,",
    "\tyi@mail.example",
    "Date: Tue, 21 Mar 2023 01:49:08 +0000",
    "Subject: =?gb2312?B?zOGx0g==?= =?utf-8?Q?=E7=A1=AE?= =?utf-8?Q?=E8=AE=A4?=",
    "MIME-Version: 1.0",
    "",
    "From: not@the.head",
].join("\r\n")

describe("mails", () => {
    test.each(["通知.eml", "通知.txt", "通知"])("%s is a mail by its content; fields are decoded", async (name) => {
        const { mediaType, head: found } = await head(name, { [name]: MAIL })
        expect(mediaType).toBe("message/rfc822")
        expect(found).toEqual({
            kind: "mail",
            from: "客服 <support@exchange.example>",
            to: "jia@mail.example, yi@mail.example",
            date: "Tue, 21 Mar 2023 01:49:08 +0000",
            subject: "提币确认",
            hops: 2,
        })
    })

    test("a character that a mailer cut in two is whole again", async () => {
        const subject = "Subject: =?utf-8?B?5a4=?= =?utf-8?B?og==?="
        const { head: found } = await head("a.eml", { "a.eml": `From: a@b.example\n${subject}\n\nx` })
        expect(found).toMatchObject({ subject: "客" })
    })

    test.each(["=?utf-8?B?!!!?=", "=?nobody-knows?Q?=41?=", "=?utf-8?Q?=FF?="])(
        "%s: what cannot be decoded stays as it is",
        async (subject) => {
            const { head: found } = await head("a.eml", { "a.eml": `From: a@b.example\nSubject: ${subject}\n\nx` })
            expect(found).toMatchObject({ subject })
        },
    )

    test("what is too long to be read is cut, and says so, between characters", async () => {
        const to = Array.from({ length: 400 }, () => "😀").join("")
        const { head: found } = await head("a.eml", { "a.eml": `From: a@b.example\nTo: ${to}\nSubject: x\n\nx` })
        expect(found).toMatchObject({ to: `${"😀".repeat(300)}……` })
    })

    test("a field of one huge word is no fault", async () => {
        const word = `=?utf-8?Q?${"a".repeat(200_000)}?=`
        const { head: found } = await head("a.eml", { "a.eml": `From: a@b.example\nSubject: ${word}\n\nx` })
        expect(found).toMatchObject({ subject: `${"a".repeat(300)}……` })
    })

    test("words copied from a mail into a text are no mail", async () => {
        const text = "From: a@b.example\nDate: 2023-03-21\nSubject: 提币\n\n内容"
        expect(await head("a.txt", { "a.txt": text })).toEqual({ mediaType: "text/plain", head: undefined })
    })
})

const IPHONE = [
    "\u200e[2023/3/20 上午9:49:08] 甲: \u200e消息和通话已进行端到端加密。",
    "[2023/3/20 上午9:50:01] 甲: 你好",
    "第二行",
    "\u200e[2023/3/20 下午1:02:03] 乙乙: \u200e<附件：00000012-PHOTO.jpg>",
    "\u200e[2023/3/21 下午1:02:03] 乙乙: \u200e<附件：00000013-PHOTO.jpg>",
    "[2023/3/21 下午1:05:00] 甲: \u200e图像已省略",
].join("\r\n")
const ANDROID = [
    "20/03/2023, 09:49 - Messages and calls are end-to-end encrypted.",
    "20/03/2023, 9:50\u202fpm - A B: hello: there",
    "21/03/2023, 10:01 - +86 000: <Media omitted>",
    "22.03.23, 10:02 - A B: IMG-20230322-WA0001.jpg (file attached)",
].join("\n")

describe("chats", () => {
    test("of an iPhone, with what lies beside it and what does not", async () => {
        const files = { "聊天/_chat.txt": IPHONE, "聊天/00000012-PHOTO.jpg": "x", "00000013-PHOTO.jpg": "y" }
        expect((await head("聊天/_chat.txt", files)).head).toEqual({
            kind: "chat",
            first: "2023/3/20 上午9:49:08",
            last: "2023/3/21 下午1:05:00",
            people: ["甲", "乙乙"],
            messages: 5,
            omitted: 1,
            missing: ["00000013-PHOTO.jpg"],
        })
    })

    test("of Android: notices are no messages, nobody said them", async () => {
        expect((await head("WhatsApp Chat with A B.txt", { "WhatsApp Chat with A B.txt": ANDROID })).head).toEqual({
            kind: "chat",
            first: "20/03/2023, 9:50 pm",
            last: "22.03.23, 10:02",
            people: ["A B", "+86 000"],
            messages: 3,
            omitted: 1,
            missing: ["IMG-20230322-WA0001.jpg"],
        })
    })

    test.each([0, 9] as const)("inside a ZIP (level %i)", async (level) => {
        const zip = zipSync({ "_chat.txt": strToU8(IPHONE), "00000012-PHOTO.jpg": strToU8("x") }, { level })
        const found = await head("WhatsApp Chat - 乙.zip", { "WhatsApp Chat - 乙.zip": zip })
        expect(found.mediaType).toBe("application/zip")
        expect(found.head).toMatchObject({ kind: "chat", messages: 5, missing: ["00000013-PHOTO.jpg"] })
    })

    test("a long one is read whole, though only its beginning is looked at first", async () => {
        const line = `[2023/3/20 上午9:49:08] 甲: ${"长".repeat(100)}\n`
        const text = line.repeat(1000)
        expect((await head("a.txt", { "a.txt": text })).head).toMatchObject({ messages: 1000, people: ["甲"] })
    })

    test("one above 32 MB is left unread", async () => {
        const read = () => Promise.reject(new Error("was read"))
        expect((await head("a.txt", { "a.txt": IPHONE }, { size: (32 << 20) + 1, read })).head).toBeUndefined()
    })

    test("a text with a time in it is no chat", async () => {
        const text = "说明\n[2023/3/20 上午9:49:08] 甲: 这一句\n以上"
        expect((await head("a.txt", { "a.txt": text })).head).toBeUndefined()
    })
})

describe("web archives", () => {
    const files = {
        "datapackage.json": strToU8(
            JSON.stringify({ profile: "wacz", title: "假平台", created: "2023-03-22T00:00:00Z", software: "x 1.0" }),
        ),
        "archive/data.warc.gz": strToU8("x"),
        "pages/pages.jsonl": strToU8(
            [
                '{"format": "json-pages-1.0", "id": "pages"}',
                '{"url": "https://fake.example/", "ts": "2023-03-21T21:22:36Z", "title": "首页"}',
                '{"url": "https://fake.example/2", "ts": "2023-03-21T21:23:36Z"}',
            ].join("\n"),
        ),
    }
    test("pages, and when they were taken", async () => {
        const found = await head("假平台.wacz", { "假平台.wacz": zipSync(files, { level: 6 }) })
        expect(found).toEqual({
            mediaType: "application/wacz",
            head: {
                kind: "web-archive",
                title: "假平台",
                created: "2023-03-22T00:00:00Z",
                software: "x 1.0",
                pages: 2,
                firstUrl: "https://fake.example/",
                firstAt: "2023-03-21T21:22:36Z",
            },
        })
        expect(found.head && headRow(found.head).lines.map(({ text }) => text)).toEqual([
            "标题：假平台",
            "制作时间：2023-03-22T00:00:00Z",
            "制作软件：x 1.0",
            "网页 2 个",
            "首页 https://fake.example/，抓取时间 2023-03-21T21:22:36Z",
        ])
    })

    test("damaged anywhere, it is a file without a head and no crash", async () => {
        const whole = zipSync(files, { level: 6 })
        for (let i = 0; i < whole.length; i += 3) {
            const damaged = whole.with(i, (whole[i] ?? 0) ^ 0xff)
            const { head: found } = await head("a.wacz", { "a.wacz": damaged })
            expect(found === undefined || found.kind === "web-archive").toBe(true)
            await head("a.wacz", { "a.wacz": whole.subarray(0, i) })
        }
    })
})

test("a page saved as one file says what it shows and when it was saved, and is no mail", async () => {
    const saved = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://exchange.example/notice",
        "Subject: =?utf-8?Q?=E5=85=AC=E5=91=8A?=",
        "Date: Tue, 21 Mar 2023 01:49:08 GMT",
        "MIME-Version: 1.0",
        "Content-Type: multipart/related;",
        '\ttype="text/html"; boundary="b"',
        "",
        "--b",
        "Content-Type: text/html",
        "Content-Location: https://exchange.example/notice",
    ].join("\r\n")
    const found = await head("公告.mhtml", { "公告.mhtml": saved })
    if (found.head === undefined) throw new Error("none")
    const row = headRow(found.head)
    expect(row.name).toBe("网页存档")
    expect(row.lines.map(({ text }) => text)).toEqual([
        "标题：公告",
        "制作时间：Tue, 21 Mar 2023 01:49:08 GMT",
        "制作软件：<Saved by Blink>",
        "网页 1 个",
        "首页 https://exchange.example/notice",
    ])
})
