import { inMemory, officer, submission, victim } from "../../packet/assemble/sample.ts"
import { type Case, error, UNKNOWN } from "./case.ts"
import { edit, editIndex, plus, reseal, resealDraft, without } from "./tamper.ts"

/** What the index says of itself and of the files. */

const INDEX = "data/index.json"
const E001 = "data/evidence/E001.jpg"

export const indexCases: readonly Case[] = [
    {
        name: "no-index",
        proves: "a packet says what it is",
        zh: "没有索引，不知道是什么包",
        finds: [error("verify.index.missing", "data/index.json"), UNKNOWN],
        make: () => resealDraft((f) => without(f, INDEX)),
    },
    {
        name: "no-json",
        proves: "an index that cannot be read is no index",
        zh: "索引不是 JSON",
        finds: [error("verify.index.json", "data/index.json"), UNKNOWN],
        make: () => resealDraft((f) => edit(f, INDEX, (text) => text.slice(1))),
    },
    {
        name: "member-twice",
        proves: "two programs cannot read two kinds",
        zh: "索引里同一项写两次，两个程序会读出两种性质",
        finds: [error("verify.index.not-canonical", "data/index.json"), UNKNOWN],
        make: () =>
            resealDraft((f) => edit(f, INDEX, (text) => text.replace('  "kind"', '  "kind": "submission",\n  "kind"'))),
    },
    {
        name: "reference-of-a-device",
        proves: "a reference can be the name of a folder on every system",
        zh: "编号是 Windows 保留的设备名",
        finds: [error("verify.index.field", "data/index.json", "ref"), UNKNOWN],
        make: () => resealDraft((f) => editIndex(f, INDEX, { ref: "COM1" })),
    },
    {
        name: "unknown-member",
        proves: "an index has no room for further statements",
        zh: "索引里有未规定的项",
        finds: [error("verify.index.field", "data/index.json", "official"), UNKNOWN],
        make: () => resealDraft((f) => editIndex(f, INDEX, { official: true })),
    },
    {
        name: "time-without-zone",
        proves: "a time says its zone",
        zh: "时间没有时区",
        finds: [error("verify.index.field", "data/index.json", "createdAt"), UNKNOWN],
        make: () => resealDraft((f) => editIndex(f, INDEX, { createdAt: "2026-11-01T09:00:00" })),
    },
    {
        name: "hour-24",
        proves: "a time is one that clocks show, so that no two programs read two days",
        zh: "时间写作 24 点，两个程序会读出两天",
        finds: [error("verify.index.field", "data/index.json", "createdAt"), UNKNOWN],
        make: () => resealDraft((f) => editIndex(f, INDEX, { createdAt: "2026-11-01T24:00:00+08:00" })),
    },
    {
        name: "time-without-day",
        proves: "a day that its month does not have is no time, although some engines read it as the next month's",
        zh: "时间是 2 月 30 日",
        finds: [error("verify.index.field", "data/index.json", "createdAt"), UNKNOWN],
        make: () =>
            resealDraft((f) => {
                const files = editIndex(f, INDEX, { createdAt: "2026-02-30T09:00:00+08:00" })
                return edit(files, "bag-info.txt", (text) =>
                    text.replace(/Bagging-Date: .*/, "Bagging-Date: 2026-02-30"),
                )
            }),
    },
    {
        name: "later-format",
        proves: "a later format is not judged by the rules of this one",
        zh: "更新的格式版本，不按本版规则判断",
        verdict: "refused",
        finds: [error("verify.index.format", "data/index.json"), UNKNOWN],
        make: () => resealDraft((f) => editIndex(f, INDEX, { format: "2.0" })),
    },
    {
        name: "draft-claims-archive",
        proves: "a draft cannot pass for an officer's archive",
        zh: "报案人的材料包冒充留存包",
        finds: [error("verify.index.kind", "data/index.json"), UNKNOWN],
        make: () => resealDraft((f) => editIndex(f, INDEX, { kind: "archive" })),
    },
    {
        name: "draft-claims-submission",
        proves: "a victim's draft cannot pass for an official submission",
        zh: "报案人的材料包冒充公安机关的对外发送件",
        finds: [error("verify.index.content", "data/index.json"), UNKNOWN],
        make: () => resealDraft((f) => editIndex(f, INDEX, { kind: "submission" })),
    },
    {
        name: "submission-claims-draft",
        proves: "a submission is no material of a victim",
        zh: "对外发送件冒充报案人的材料包",
        finds: [error("verify.index.content", "data/index.json"), UNKNOWN],
        make: async () =>
            await reseal(editIndex(await inMemory(await submission()), INDEX, { kind: "draft" }), officer),
    },
    {
        name: "submission-without-request",
        proves: "a submission has a request",
        zh: "对外发送件里没有请求",
        finds: [error("verify.index.content", "data/index.json"), UNKNOWN],
        make: async () => {
            const files = without(await inMemory(await submission()), "data/01-Request-CASE-2026-001.pdf")
            const index = JSON.parse(new TextDecoder().decode(files.get(INDEX))) as { files: { path: string }[] }
            const left = index.files.filter(({ path }) => files.has(path))
            return await reseal(editIndex(files, INDEX, { files: left }), officer)
        },
    },
    {
        name: "names-absent-file",
        proves: "the index names no file that is not there",
        zh: "索引写了不存在的文件",
        finds: [error("verify.index.unlisted", "data/evidence/E001.jpg"), UNKNOWN],
        make: () => resealDraft((f) => without(f, E001)),
    },
    {
        name: "silent-about-file",
        proves: "the index names every file",
        zh: "索引漏写一个文件",
        finds: [error("verify.index.silent", "data/annex/A1.pdf"), UNKNOWN],
        make: () => resealDraft((f) => plus(f, "data/annex/A1.pdf", "x")),
    },
    {
        name: "size",
        proves: "sizes in the index are those of the files",
        zh: "索引写的大小与文件不符",
        finds: [error("verify.index.size", "data/evidence/E001.jpg"), UNKNOWN],
        make: () => resealDraft((f) => plus(f, E001, "another picture")),
    },
    {
        name: "unsigned-says-no-key",
        proves: "a fingerprint in the index has its form",
        zh: "索引里的指纹写法不对",
        finds: [error("verify.index.field", "data/index.json", "signingKey"), UNKNOWN],
        make: async () =>
            await resealDraft((f) => editIndex(f, INDEX, { signingKey: victim.fingerprint.slice(0, -1) })),
    },
]
