import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { PDFDocument } from "pdf-lib"
import PostalMime from "postal-mime"
import { beforeAll, describe, expect, test } from "vitest"
import { parse } from "yaml"
import { caseSchema } from "../../src/facts/case/schema.ts"
import { type Description, printDescriptions } from "../../src/facts/evidence/descriptions.ts"
import { parseLock } from "../../src/facts/evidence/lock.ts"
import { readDescriptions } from "../../src/facts/evidence/read-descriptions.ts"
import { officerSchema } from "../../src/facts/officer/officer.ts"
import { REQUEST_TYPE_IDS, REQUEST_TYPES, type RequestTypeId } from "../../src/facts/officer/request-types.data.ts"
import { ROOT } from "../check.ts"
import { deskText } from "../desks.ts"
import { officerOfType } from "../request-types.ts"
import { tool } from "../tool.ts"
import { INSTRUMENT, PHOTOS } from "./made.ts"
import { hashes, lerpack, outside, scratch } from "./run.ts"
import { fillSchema, type Marker } from "./schema-markers.ts"

/**
 * Every field of a case and of the officer data holds a mark of its own and, where it takes sentences, everything that
 * must never reach a desk. Only the fields named here may come out at the other end.
 */

const CASE_MAY_LEAVE = [
    "ref",
    "account.uid",
    "account.registeredEmail",
    "account.subAccounts[0]",
    "loss.assets[0]",
    "orders[0].orderId",
    "orders[0].clientOrderId",
    "orders[0].tradeId",
    "orders[0].symbol",
    "orders[0].quantity",
    "orders[0].price",
    "orders[0].filled",
    "orders[0].average",
    "apiKey.lastCharacters",
    "loss.netLoss.value",
    "transfers[0].value",
    "transfers[0].memo",
    "transfers[0].txHash",
    "ips[0].address",
]
/** Internal approvals and who verified what stay; what the agency says of itself and of the investigation goes. */
const OFFICER_MAY_LEAVE = [
    ...["agency", "officer", "instrument", "request", "exhibits", "letter", "investigation"],
    "secondOfficer.namePinyin",
    ...["caseNumbers.caseNumberEn", "caseNumbers.filingNumberEn"],
]
/** What the officer writes in Chinese and the desk reads: a name, numbers, offence and law. */
const IN_CHINESE = {
    "caseNumbers.caseNumber": "样例案 2026-0003",
    "caseNumbers.filingNumber": "样例立案 2023-0004",
    "letter.number": "样公函〔2026〕0008号",
    "secondOfficer.nameZh": "样例二",
    "investigation.offenceZh": "样例罪名",
    "investigation.legalBasisZh": "样例法律第一条",
}

/** Of a kind of request: own fields that may leave, and those of the case that do not, though a disclosure tells them. */
const KEPT_BACK: Readonly<Record<"all" | "records" | "assets", readonly string[]>> = {
    all: ["loss.assets[0]", "loss.netLoss.value"],
    records: ["loss.assets[0]", "loss.netLoss.value", "ips[0].address", "apiKey.lastCharacters"],
    assets: CASE_MAY_LEAVE.filter((path) => path !== "ref"),
}
/** Internal to the agency, whatever the kind: who found out what, and in which paper. */
const INTERNAL = ["标701号", "标702号"]

const SENTENCES = [
    "黑客是中国人或华人，520、229、396",
    "Binnacle 和 AntBot 两家内部人员监守自盗",
    "追究 Binnacle 连带责任，返还或赔偿，SAFU，双重标准，审核不力",
    "疑似任某飞、李某某所为",
    "警方的意见：网安无法核查，上级有争议",
    "王某某的计划，12389，虚拟号",
    "数额特别巨大，构成盗窃罪，主动入侵，盗币",
    "C2C 总额，翻墙，支付宝 Alipay，虚拟商品受法律保护",
    "罗经承诺全力配合",
    "见 https://github.com/someone/evidence 和 https://pan.example/evidence.zip",
    "折合人民币 286417.56 元 CNY，286,417.56",
    "已排除中间人攻击，排除误触",
]
const NEVER = [
    ..."华人 520、229、396 AntBot 监守自盗 连带责任 赔偿 返还 SAFU 双重标准 审核不力 任某飞 李某某 疑似 警方".split(
        " ",
    ),
    ..."网安无法 争议 王某某 12389 虚拟号 数额 盗 主动入侵 黑客 C2C 翻墙 支付宝 Alipay 虚拟商品 承诺 全力配合".split(
        " ",
    ),
    ..."github pan.example evidence.zip 286417.56 286,417.56 人民币 CNY 排除 lerpack hacker stolen theft".split(" "),
]
const IN_PICTURE = "Planted-Exif-Comment-4711"
/** Stands in the rows of an export that is read. */
const IN_ROWS = "Planted-Row-Remark-4712"
const COUNTERPARTY = "Planted-Seller-4713"
const OF_PURCHASES = [COUNTERPARTY, "20220105120506004713", "4713.47000001", "719.61984713"]
/** Words of patterns. */
const OF_SIGNALS = ["consistent with", "操作相符"]
const PLANTED = [IN_PICTURE, IN_ROWS, "0.00004712", "1.00004712", ...OF_PURCHASES]
const REF = "MARK001Q"

/** Members of `request` that one kind has of its own; each is planted where that kind is made. */
const OWN_FIELDS = Object.values(REQUEST_TYPES).flatMap(({ own }) => own ?? [])
const TYPED = REQUEST_TYPE_IDS.filter((type) => type !== "disclosure")

let folder = ""
let caseMarks: readonly Marker[] = []
let officerMarks: readonly Marker[] = []

/** A JPEG with a comment and an EXIF segment that say more than the picture (ITU-T T.81 B.2.4.5, Exif 2.32 §4.7). */
function talkative(jpeg: Uint8Array): Uint8Array {
    const segment = (marker: number, text: string): Buffer => {
        const head = Buffer.from([0xff, marker, 0, 0])
        head.writeUInt16BE(text.length + 2, 2)
        return Buffer.concat([head, Buffer.from(text, "latin1")])
    }
    const exif = `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x0e\0\x02\0\0\0\x1a\0\0\0\x1a\0\0\0\0${IN_PICTURE}\0`
    return Buffer.concat([
        jpeg.slice(0, 2),
        segment(0xfe, IN_PICTURE),
        segment(0xe1, exif),
        segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${IN_PICTURE}</x>`),
        jpeg.slice(2),
    ])
}

/** The sample's evidence under a planted name, each file described with marks; pictures may go, the lock is made anew. */
function plantEvidence(home: string): Marker[] {
    const evidence = join(ROOT, "assets/sample-case/evidence")
    for (const name of readdirSync(evidence)
        .filter((one) => one.endsWith(".png"))
        .slice(0, 2))
        cpSync(join(evidence, name), join(home, "case/evidence", `标901号${name}`))
    const jpeg = readFileSync(join(evidence, "登录设备列表.jpg"))
    writeFileSync(join(home, "case/evidence/标902号.jpg"), talkative(jpeg))
    writeFileSync(
        join(home, "case/exports/标903号.csv"),
        [
            "UTC_Time,Account,Operation,Coin,Change,Remark",
            `2022-01-05 04:05:06,Spot,Withdraw,BTC,-0.00004712,${IN_ROWS}`,
            `2022-01-05 04:05:06,${IN_ROWS},Transaction Sold,ETH,-1.00004712,`,
        ].join("\n"),
    )
    // The reporter's own purchases, and the people they bought from.
    writeFileSync(
        join(home, "case/exports/标904号.csv"),
        [
            "Order Number,Order Type,Asset Type,Fiat Type,Total Price,Price,Quantity,Exchange rate,Maker Fee,Taker Fee,Couterparty,Status,Created Time(UTC)",
            `20220105120506004713,Buy,USDT,CNY,4713.47000001,6.55,719.61984713,,0,0,${COUNTERPARTY},Completed,2022-01-05 04:05:06`,
        ].join("\n"),
    )
    expect(lerpack(["import", "case"], { cwd: home }).stderr).not.toContain("须改正")
    const { lock } = parseLock(readFileSync(join(home, "case/evidence.lock.json")))
    const sheet = join(home, "case/证据说明.xlsx")
    const entries = lock?.entries ?? []
    const markers: Marker[] = ["901", "902", "903"].map((n) => ({
        path: `name ${n}`,
        needle: `标${n}号`,
        kind: "sentence",
    }))
    const described = readDescriptions(readFileSync(sheet), { entries }).descriptions.map(
        (description, i): Description => {
            const texts = Object.entries(description)
                .filter(([key, value]) => typeof value === "string" && !["label", "share"].includes(key))
                .map(([key], k) => {
                    const needle = `标8${String(i)}${String(k)}号`
                    markers.push({ path: `证据说明.xlsx ${description.label} ${key}`, needle, kind: "sentence" })
                    return [key, `${needle}。${SENTENCES.join("；")}`]
                })
            return {
                ...description,
                ...Object.fromEntries(texts),
                othersData: false,
                foreign: false,
                share: description.label.startsWith("X") ? "police" : "recipient",
            }
        },
    )
    writeFileSync(sheet, printDescriptions(entries, described))
    return markers
}

function officerFile(): { data: object; markers: readonly Marker[] } {
    const sample = parse(readFileSync(join(ROOT, "assets/sample-officer/officer.yaml"), "utf8")) as Record<
        string,
        unknown
    >
    const given = {
        route: "email",
        recipient: "all-routes",
        confirmedFor: "all-routes",
        ref: REF,
        verifiedAddresses: [],
        exhibits: [],
        ...IN_CHINESE,
    }
    const filled = fillSchema(officerSchema, `。${SENTENCES.join("；")}`, given, 500)
    // With a letter in their place there would be no images to look at.
    const {
        letterCode: _,
        factsNotUsed: __,
        identityReplaced: _____,
        ...marked
    } = filled.value as Record<string, unknown>
    const { agency, officer, instrument, completedAt } = sample
    // What names a fact or a target goes out as the officer wrote it; a label of nothing goes nowhere.
    const { targets, labels } = marked.request as Record<string, unknown>
    const { period: ___, periods: ____, ...asked } = sample.request as Record<string, unknown>
    // Of another platform: refused, whatever the kind.
    for (const target of targets as Record<string, unknown>[]) delete target.platform
    const request = { ...asked, targets, labels }
    // In order after the instrument.
    const letter = { ...(marked.letter as object), date: "2026-11-20" }
    const exhibits = ["E001", "E002", "E003"].map((label) => ({ label, captionEn: `Picture ${label}` }))
    return {
        data: { ...marked, agency, officer, instrument, request, letter, completedAt, exhibits },
        markers: filled.markers.filter(
            ({ path }) =>
                !["letterCode", "factsNotUsed[0]"].includes(path) &&
                !path.startsWith("identityReplaced.") &&
                !OWN_FIELDS.some((own) => path.startsWith(`request.${own}.`)),
        ),
    }
}

beforeAll(async () => {
    folder = scratch()
    for (const name of ["case/evidence", "case/exports", "desks"]) mkdirSync(join(folder, name), { recursive: true })
    // A desk that also wants the editable letter gets every kind of file there is.
    const profile = deskText("all-routes")
    const wanting = profile.replace('letterDocx: "no"', 'letterDocx: "yes"')
    expect(wanting).not.toBe(profile)
    writeFileSync(join(folder, "desks/all-routes.yaml"), wanting)
    const described = plantEvidence(folder)
    const given = {
        ref: REF,
        recipient: "all-routes",
        "apiKey.state": "deleted",
        "loss.c2c.buys[0].fiat": "CNY",
        exports: [{ file: "X01", zone: "UTC", report: "statement" }],
        // Rows that are named stand in the request as orders and transfers do.
        exportRows: [],
        // What the police said is dropped from every packet; see the test of who gets what.
        "positions[0].party": "TideGrid 客服",
    }
    const filled = fillSchema(caseSchema, `。${SENTENCES.join("；")}`, given)
    caseMarks = [...filled.markers, ...described]
    const facts = filled.value as { account: { exchange: string } }
    facts.account.exchange = `Binnacle ${facts.account.exchange}`
    writeFileSync(join(folder, "case/case.yaml"), JSON.stringify(facts, undefined, 2))
    const built = lerpack(["build", "case", "-o", "out", "--unsigned", "--recipients", "desks"], { cwd: folder })
    expect(built.stderr).not.toContain("须改正")
    expect(built.status).toBe(0)

    const officer = officerFile()
    officerMarks = officer.markers
    const office = join(ROOT, "assets/sample-officer")
    const complete = (data: object, out: string, ...more: string[]): void => {
        writeFileSync(join(folder, "officer.yaml"), JSON.stringify(data, undefined, 2))
        const common = [
            "--officer",
            "officer.yaml",
            ...["--photos", PHOTOS, "--legal", INSTRUMENT],
            "-o",
            out,
            "--recipients",
            "desks",
        ]
        const done = lerpack(["complete", packetFor(out), ...common, ...more], { cwd: folder })
        expect(done.stderr).not.toContain("须改正")
        expect(done.status).toBe(0)
    }
    // New identifiers go out from the archive of the request that they add to.
    const packetFor = (out: string) => (out === "out-follow-up" ? `out/${REF}-archive.zip` : `out/DRAFT-${REF}.zip`)
    const sealed = join(office, "sealed.pdf")
    // The scan at hand is not of these letters, whose text is long.
    const ownForm = { pages: String((await PDFDocument.load(readFileSync(sealed))).getPageCount()) }
    const both = (data: object, out: string): void => {
        complete(data, out)
        const prepared = join(out, endingIn(out, "-prepared"))
        const record = readFileSync(join(folder, prepared, "prepared.json"), "utf8")
        const { letterCode } = JSON.parse(record) as { letterCode: string }
        const papers = ["--prepared", prepared, "--sealed", sealed, "--unsigned"]
        complete({ ...data, letterCode, ownForm }, out, ...papers)
    }
    both(officer.data, "out")
    const { checkCode } = JSON.parse(
        lerpack(["verify", packetFor("out-follow-up"), "--json"], { cwd: folder }).stdout,
    ) as {
        readonly checkCode: string
    }
    for (const type of TYPED) both(typedData(type, officer.data, checkCode), `out-${type}`)
}, 300_000)

/** The folder or file of an output folder whose name ends so. */
function endingIn(out: string, end: string): string {
    return readdirSync(join(folder, out)).find((name) => name.endsWith(end)) ?? ""
}

/** Marked officer data as a request of another kind, with marks in what it alone asks. */
function typedData(type: RequestTypeId, data: object, checkCode: string): object {
    const plain = parse(officerOfType(type, "Binnacle")) as Record<string, Record<string, unknown>>
    const { exhibits: _, ...marked } = data as Record<string, Record<string, unknown>>
    const { own } = REQUEST_TYPES[type]
    const planted = own === "freeze" ? { confirmedBy: { ...CONFIRMED, who: `Binnacle ${INTERNAL[0] ?? ""}` } } : {}
    const member = own === undefined ? {} : { [own]: { ...(plain.request?.[own] as object), ...planted } }
    return {
        ...marked,
        instrument: plain.instrument,
        investigation: { ...marked.investigation, stage: plain.investigation?.stage },
        approval: { ...marked.approval, countyHead: { name: "标703号", position: "标704号", date: "2026-11-19" } },
        request: {
            ...{ ...marked.request, type, ...member },
            ...(type === "follow-up"
                ? { no: "2", targets: plain.request?.targets, earlier: { no: "1", ticket: "SAMPLE-5521", checkCode } }
                : {}),
        },
    }
}
const CONFIRMED = { on: "2026-11-18", document: INTERNAL[1] }

/** What programs of others make of a PDF, by its bytes: the same file lies in several places. */
const ofPdf = new Map<string, string>()

/** Everything that a file says to anybody: text layer, structure, properties, cells, parts of a mail, raw bytes. */
async function readable(path: string): Promise<string> {
    const bytes = readFileSync(path)
    if (path.endsWith(".pdf")) {
        const raw = bytes.toString("latin1")
        const told =
            ofPdf.get(raw) ??
            [
                outside("pdftotext", ["-raw", path, "-"]),
                ...[["-meta"], ["-struct-text"], ["-url"], []].map((args) => outside("pdfinfo", [...args, path])),
            ].join("\n")
        ofPdf.set(raw, told)
        return `${told}\n${raw}`
    }
    if (/\.(?:xlsx|docx)$/.test(path))
        return Object.entries(unzipSync(bytes))
            .flatMap(([name, part]) => [name, new TextDecoder().decode(part)])
            .join("\n")
    if (path.endsWith(".eml")) {
        const mail = await PostalMime.parse(bytes)
        const attached = mail.attachments.map(
            ({ filename, content }) => `${filename ?? ""}\n${Buffer.from(content as ArrayBuffer).toString("latin1")}`,
        )
        return [mail.headers.map(({ key, value }) => `${key}: ${value}`), mail.subject, mail.text, ...attached].join(
            "\n",
        )
    }
    return bytes.toString("utf8")
}

/** Identifiers of document formats that look like links and are none. */
const FORMATS =
    /https?:\/\/(?:www\.w3\.org|ns\.adobe\.com|purl\.org|www\.aiim\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com)/g

/** A picture's coded data hold any three letters by chance; what a file says is read from it by other programs. */
const withoutStreams = (text: string): string => text.replace(/\bstream\r?\n[\s\S]*?endstream/g, "")

/** Needles of the list that the text holds; neither blanks nor grouping of digits hide them. */
function found(text: string, needles: readonly string[]): string[] {
    // A check sum or the identifier of a PDF may hold a short word by chance.
    const squeezed = text
        .replace(FORMATS, "")
        .replace(/\s/g, "")
        .toLowerCase()
        .replace(/[0-9a-f]{32,}/g, "")
    const ungrouped = squeezed.replaceAll(",", "")
    return needles.filter((needle) => {
        const sought = needle.replace(/\s/g, "").toLowerCase()
        return squeezed.includes(sought) || ungrouped.includes(sought)
    })
}

const filesBelow = (place: string): string[] => Object.keys(hashes(place))
const stays = (markers: readonly Marker[], leaving: readonly string[]): readonly Marker[] =>
    markers.filter(({ path }) => !leaving.some((name) => path === name || path.startsWith(`${name}.`)))

type Leaving = readonly (readonly [folder: string, files: readonly string[]])[]

/** The folders of what goes to somebody abroad, the letter, which goes as a scan, and blank forms, which become both. */
function leaving(): Leaving {
    const blank = join(folder, "out/交民警/空白件")
    return [[blank, readdirSync(blank).filter((name) => /\.docx$|^0\d-/.test(name))], ...leavingFrom("out")]
}

/** What leaves with one request, its letter as well. */
function leavingFrom(out: string): Leaving {
    const submission = join(folder, `submission-${out}`)
    if (!existsSync(submission))
        outside("unzip", ["-q", join(folder, out, endingIn(out, "-submission.zip")), "-d", submission])
    const prepared = join(folder, out, endingIn(out, "-prepared"))
    const letters = readdirSync(prepared).filter((name) => name.startsWith("关于"))
    const sent = ["-send", "-identity"].flatMap((end) => endingIn(out, end) || [])
    return [
        [submission, filesBelow(submission)],
        ...sent.map((name): [string, string[]] => [join(folder, out, name), filesBelow(join(folder, out, name))]),
        [prepared, letters],
    ]
}

/** Each mark, planted word and forbidden word that stands in a file that leaves, as `file: what`. */
async function leaks(places: Leaving, needles: readonly string[]): Promise<readonly string[]> {
    const all: string[] = []
    for (const [place, files] of places) {
        expect(files.length).toBeGreaterThan(0)
        for (const file of files) {
            const text = `${file}\n${await readable(join(place, file))}`
            const isSignature = file.endsWith(".sig")
            // The letter is a Chinese paper of the agency and may use words of the law.
            const isLetter = place.endsWith("-prepared") || file.startsWith("公函")
            const words = isLetter ? [] : NEVER.filter((word) => !isSignature || word !== "lerpack")
            const planted = found(text, [...needles, ...PLANTED, ...OF_SIGNALS])
            for (const needle of [...planted, ...found(withoutStreams(text), words)])
                all.push(`${file}: ${pathOf(needle)}`)
            if (!isSignature && /https?:\/\//.test(text.replace(FORMATS, ""))) all.push(`${file}: a link`)
        }
    }
    return all
}

describe.skipIf(!tool("pdftotext") || !tool("unzip"))("of all that was planted", () => {
    test("nothing but the typed facts that a desk needs is in any file that leaves, nor in its name", async () => {
        const caseStays = stays(caseMarks, CASE_MAY_LEAVE).map(({ needle }) => needle)
        const officerStays = stays(officerMarks, OFFICER_MAY_LEAVE).map(({ needle }) => needle)
        expect(caseStays.length).toBeGreaterThan(100)
        expect(officerStays.length).toBeGreaterThan(10)
        expect(await leaks(leaving(), [...caseStays, ...officerStays])).toEqual([])
    })

    test.each(TYPED)("a request of the kind %s tells less still", async (type) => {
        const { schedule, photos } = REQUEST_TYPES[type]
        const may = CASE_MAY_LEAVE.filter((path) => !KEPT_BACK[schedule].includes(path))
        const caseStays = stays(caseMarks, may).map(({ needle }) => needle)
        const officerStays = stays(officerMarks, OFFICER_MAY_LEAVE).map(({ needle }) => needle)
        const places = leavingFrom(`out-${type}`)
        expect(await leaks(places, [...caseStays, ...officerStays, ...INTERNAL, "标703号", "标704号"])).toEqual([])
        const files = places.flatMap(([, names]) => names)
        expect(files.some((name) => name.startsWith("03-"))).toBe(false)
        expect(files.some((name) => /\.jpg$/.test(name))).toBe(photos)
    })

    test.each(TYPED)("a request of the kind %s has what it is about", async (type) => {
        const [, [place = "", files = []] = []] = leavingFrom(`out-${type}`)
        const texts = await Promise.all(files.map((file) => readable(join(place, file))))
        const own: Readonly<Record<string, readonly string[]>> = {
            preservation: ["90 days", "样协〔2026〕1号"],
            "data-freeze": ["2027-05-20"],
            freeze: ["880012345", "22939.6", "USDT", "2027-05-20"],
            "follow-up": ["SAMPLE-5521", "our check code"],
            emergency: ["her life is threatened"],
        }
        expect(found(texts.join("\n"), own[type] ?? [])).toEqual(own[type])
    })

    test("the typed facts are there", async () => {
        expect(readdirSync(join(folder, `out/${REF}-send`)).filter((name) => /^0\d-/.test(name))).toHaveLength(4)
        const sheet = await readable(join(folder, `out/${REF}-send/02-Identifiers-${REF}.xlsx`))
        const request = await readable(join(folder, `out/${REF}-send/01-Request-${REF}.pdf`))
        const typed = CASE_MAY_LEAVE.filter((path) => path !== "ref")
        const needles = typed.map((path) => caseMarks.find((marker) => marker.path === path)?.needle ?? path)
        expect(found(sheet + request, needles)).toEqual(needles)
        const pictures = outside("pdfimages", ["-list", join(folder, `out/${REF}-send/03-Exhibits-${REF}.pdf`)])
        expect(
            pictures.match(/ jpeg /g),
            "the picture that says more than it shows is among the exhibits",
        ).toHaveLength(1)
    })

    test("and the draft holds every mark but the private ones, so that the search can fail", async () => {
        const draft = join(folder, "draft")
        outside("unzip", ["-q", join(folder, `out/DRAFT-${REF}.zip`), "-d", draft])
        const textOf = (path: string) =>
            path.endsWith(".pdf") ? outside("pdftotext", ["-raw", path, "-"]) : readable(path)
        const whole = (await Promise.all(filesBelow(draft).map((file) => textOf(join(draft, file))))).join("\n")
        const needles = caseMarks.map(({ needle }) => needle)
        const there = new Set(found(whole, needles))
        expect(needles.filter((needle) => !there.has(needle)).map(pathOf)).toEqual(["privateNotes[0]"])
        expect(found(whole, PLANTED)).toEqual(PLANTED)
        const words = NEVER.filter((word) => !["hacker", "stolen", "theft"].includes(word))
        expect(found(whole, words)).toEqual(words)
    })

    test("what the officer keeps to copy from is for this machine, and holds no sentence of the victim either", async () => {
        const prepared = join(folder, `out/${REF}-prepared`)
        const own = readdirSync(prepared).filter((name) => name.includes("本机使用，不发送"))
        expect(own).toHaveLength(2)
        const sentences = caseMarks.filter(({ kind }) => kind === "sentence").map(({ needle }) => needle)
        for (const name of own) expect(found(await readable(join(prepared, name)), sentences), name).toEqual([])
    })
})

function pathOf(needle: string): string {
    return [...caseMarks, ...officerMarks].find((marker) => marker.needle === needle)?.path ?? needle
}
