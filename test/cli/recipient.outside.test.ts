import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { tool } from "../tool.ts"
import { INSTRUMENT, letterCode, PHOTOS, putScan } from "./made.ts"
import { hashes, lerpack, outside, scratch } from "./run.ts"

/** Nothing of what must not leave is in anything that leaves: text layers, cells, metadata, file names, mail. */

const PLANTED = {
    demands: "追究交易所连带责任并赔偿全部损失",
    privateNotes: "黑客是中国人或华人五二零",
    narrative: "内部人员监守自盗的说法",
    position: "警方认为链接不安全",
    other: "群友张某某也被盗了",
}
const NEVER = [
    ...Object.values(PLANTED),
    "林晓舟",
    "Lin Xiaozhou",
    "999999199001010024",
    "虚构路1号2单元301室",
    "139 0000 0000",
    "lin.xiaozhou@mail.example",
    "请依法查明操作人和资金去向",
    "怀疑是熟悉机器人后台",
    "1036485.20",
    "1,036,485.20",
    "386229.44",
    "386,229.44",
    "650255.76",
    "650,255.76",
    "649,726.44",
    "99,543.83",
    "349776.83",
    "349,776.83",
    "286,417.56",
    "CNY",
    "示例市潮格",
    "潮格",
    "甲某某",
    "91999999MA9TG0015T",
    "tidegrid.example",
    "business@tidegrid",
    "银行卡",
    "支付宝",
    "黑客",
    "盗",
    "数额巨大",
    "赔偿",
    "黑",
    "lerpack",
    "Lerpack",
    "github",
    "https://",
    "http://",
]

let folder = ""

beforeAll(() => {
    folder = scratch()
    cpSync(join(ROOT, "assets/sample-case"), join(folder, "case"), { recursive: true })
    const path = join(folder, "case/case.yaml")
    writeFileSync(
        path,
        readFileSync(path, "utf8")
            .replace("demands:\n", `demands:\n  - ${PLANTED.demands}\n`)
            .replace("privateNotes:\n", `privateNotes:\n  - ${PLANTED.privateNotes}\n`)
            .replace("  otherFacts:\n", `  otherFacts:\n    - ${PLANTED.narrative}\n    - ${PLANTED.other}\n`)
            .replace("positions:\n", `positions:\n  - {party: 警方, statements: [{text: ${PLANTED.position}}]}\n`)
            .replace("from: 现货账户, to: U 本位合约账户", `from: 现货账户（${PLANTED.other}）, to: U 本位合约账户`),
    )
    expect(lerpack(["build", "case", "-o", "out", "--unsigned"], { cwd: folder }).status).toBe(0)
    const office = join(ROOT, "assets/sample-officer")
    const common = ["complete", "out/DRAFT-LX-2023-0321.zip", "--photos", PHOTOS, "--legal", INSTRUMENT, "-o", "out"]
    expect(lerpack([...common, "--officer", join(office, "officer.yaml")], { cwd: folder }).status).toBe(0)
    const officer = join(folder, "officer.yaml")
    writeFileSync(
        officer,
        `${readFileSync(join(office, "officer.yaml"), "utf8")}\nletterCode: "${letterCode(join(folder, "out"))}"\n`,
    )
    expect(
        lerpack(
            [
                ...common,
                "--officer",
                officer,
                "--prepared",
                "out/LX-2023-0321-prepared",
                "--sealed",
                putScan(join(folder, "out/LX-2023-0321-prepared")),
                "--unsigned",
            ],
            { cwd: folder },
        ).status,
    ).toBe(0)
})

/** Everything readable of a file: text layer and metadata of a PDF, parts of an .xlsx, decoded parts of a mail. */
function readable(path: string): string {
    const bytes = readFileSync(path)
    if (path.endsWith(".pdf"))
        return (
            outside("pdftotext", ["-raw", path, "-"]) +
            outside("pdfinfo", [path]) +
            outside("pdfinfo", ["-meta", path]) +
            outside("pdfinfo", ["-struct-text", path])
        )
    if (path.endsWith(".xlsx"))
        return Object.entries(unzipSync(bytes))
            .map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`)
            .join("\n")
    if (path.endsWith(".eml")) {
        // Heads and the text part; the attachments are the files beside it, byte for byte, and read as such.
        const [heads = "", ...parts] = bytes.toString("latin1").split(/^--.+$/m)
        const text = /base64\r\n(?:.+\r\n)*\r\n([\s\S]+)/.exec(parts[0] ?? "")?.[1] ?? ""
        expect(text.length).toBeGreaterThan(100)
        return [
            heads,
            Buffer.from(text, "base64").toString("utf8"),
            ...parts.map((part) => part.split("\r\n\r\n")[0]),
        ].join("\n")
    }
    return bytes.toString("utf8")
}

describe.skipIf(!tool("pdftotext") || !tool("unzip"))("what leaves", () => {
    test.each(["submission", "send"])("%s", (what) => {
        const place = join(folder, `out/LX-2023-0321-${what}`)
        if (what === "submission") outside("unzip", ["-q", `${place}.zip`, "-d", place])
        const files = Object.keys(hashes(place))
        expect(files.length).toBeGreaterThan(5)
        for (const file of files) {
            const text = `${file}\n${readable(join(place, file))}`.replace(
                file.endsWith("signature-1.sig") ? /[\s\S]*/ : /$^/,
                "",
            )
            const squeezed = text.replace(/\s/g, "")
            for (const never of NEVER) {
                // Standard identifiers of document formats are no links of ours.
                const haystack = /^https?:/.test(never)
                    ? text.replace(
                          /https?:\/\/(?:www\.w3\.org|ns\.adobe\.com|purl\.org|www\.aiim\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com)/g,
                          "",
                      )
                    : squeezed
                expect(haystack.includes(never.replace(/\s/g, "")), `${file} holds ${never}`).toBe(false)
            }
        }
    })

    test("the identifiers that the desk needs are there, as text", () => {
        const sheet = readable(join(folder, "out/LX-2023-0321-send/02-Identifiers-LX-2023-0321.xlsx"))
        for (const id of [
            "100000001",
            "trader-lin@mail.example",
            "13227000002",
            "9aKtWmQ2vXr4LcZy7NbEpd",
            "0.11902746",
            "203.0.113.11",
        ])
            expect(sheet).toContain(id)
        expect(sheet, "a fact that the officer set aside").not.toContain("203.0.113.58")
    })

    test("the sealed letter's annexes are in the submission byte for byte", () => {
        const prepared = hashes(join(folder, "out/LX-2023-0321-prepared"))
        const sent = hashes(join(folder, "out/LX-2023-0321-send"))
        for (const name of readdirSync(join(folder, "out/LX-2023-0321-prepared")).filter((one) => /^0[23]-/.test(one)))
            expect(sent[name]).toBe(prepared[name])
    })
})
