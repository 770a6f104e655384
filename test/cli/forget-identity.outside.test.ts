import {
    cpSync,
    existsSync,
    linkSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    symlinkSync,
    writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { encodeJpeg } from "../../src/typeset/raster/encode-jpeg.ts"
import { readSegments } from "../../src/typeset/raster/jpeg-segments.ts"
import type { Raster } from "../../src/typeset/raster/raster.ts"
import { ROOT } from "../check.ts"
import { DESKS } from "../desks.ts"
import { exifSegment, withSegments } from "../facts/evidence/make-image.ts"
import { litter } from "../packet/litter.ts"
import { tool } from "../tool.ts"
import { builtOut, letterCode } from "./made.ts"
import { hashes, lerpack, outside, type Ran, scratch } from "./run.ts"

/** Identity images: where they are, where they are not, and that they can be deleted again. */

const REF = "LX-2023-0321"
const FOLDER = `${REF}-identity`
const NAMES = [`${REF}-id-back.jpg`, `${REF}-id-front.jpg`, `${REF}-id-holding.jpg`, `${REF}-identity.eml`]
const PHOTOS = ["正面.jpg", "反面.jpg", "手持.jpg"]

/** Noise that no other file holds by chance, over shapes that tell the three photos apart. */
function photograph(seed: number): Uint8Array {
    const [widthPx, heightPx] = [660, 610]
    let state = seed
    const rgb = Uint8Array.from({ length: 3 * widthPx * heightPx }, (_, i) => {
        state = (state * 1103515245 + 12345) & 0x7fffffff
        const x = Math.floor(i / 3) % widthPx
        return (x < widthPx / (seed + 1) ? 60 : 170) + ((state >> 16) & 7)
    })
    const picture: Raster = { widthPx, heightPx, rgb }
    return withSegments(encodeJpeg(picture, 90), exifSegment({ make: "PLANTEDCAMERA", orientation: 1, gps: true }))
}

let home = ""
const desks = ["--recipients", DESKS]
let sealed: Ran

beforeAll(() => {
    home = scratch()
    mkdirSync(join(home, "photos"))
    mkdirSync(join(home, "temporary"))
    for (const [i, name] of PHOTOS.entries()) writeFileSync(join(home, "photos", name), photograph(i + 1))
    cpSync(builtOut("all-routes"), join(home, "out"), { recursive: true })
    cpSync(join(ROOT, "assets/sample-officer"), join(home, "office"), { recursive: true })
    const run = (...args: string[]) => {
        const done = lerpack(args, { cwd: home, env: { TMPDIR: join(home, "temporary") } })
        expect(done.stderr, args.join(" ")).not.toMatch(/须改正/)
        expect(done.status).toBe(0)
        return done
    }
    const complete = ["complete", `out/DRAFT-${REF}.zip`, "--officer", "office/officer.yaml", "--photos", "photos"]
    const legal = ["--legal", "office/legal/调取证据通知书（样例）.pdf", "-o", "out"]
    run(...complete, ...legal, ...desks)
    const form = readFileSync(join(home, "office/officer.yaml"), "utf8")
    writeFileSync(join(home, "office/officer.yaml"), `${form}\nletterCode: "${letterCode(join(home, "out"))}"\n`)
    const seal = ["--prepared", `out/${REF}-prepared`, "--sealed", "office/sealed.pdf", "--unsigned"]
    sealed = run(...complete, ...legal, ...seal, ...desks)
})

const SIDE = 64

/** A search for any 64 bytes in a row of the given ones. */
function windows(needles: readonly Uint8Array[]): (haystack: Uint8Array) => boolean {
    // Three bytes select the few places that are worth a comparison.
    const starts = new Uint8Array(1 << 24)
    const seen = new Set<string>()
    for (const needle of needles.map((bytes) => Buffer.from(bytes)))
        for (let at = 0; at + SIDE <= needle.length; at++) {
            if (new Set(needle.subarray(at, at + SIDE)).size < 12) continue // runs of one byte are everywhere
            starts[needle.readUIntBE(at, 3)] = 1
            seen.add(needle.toString("latin1", at, at + SIDE))
        }
    expect(seen.size).toBeGreaterThan(1000)
    return (haystack) => {
        const bytes = Buffer.from(haystack.buffer, haystack.byteOffset, haystack.length)
        let key = 0
        for (let at = 0; at < bytes.length; at++) {
            key = ((key << 8) | (bytes[at] ?? 0)) & 0xffffff
            if (starts[key] === 1 && seen.has(bytes.toString("latin1", at - 2, at - 2 + SIDE))) return true
        }
        return false
    }
}

/** What only this picture has: its coded pixels, without the tables that all JPEG files share. */
function pixelsOf(file: Uint8Array): Uint8Array {
    const scan = readSegments(file).segments.find(({ marker }) => marker === 0xda)
    return file.subarray((scan?.start ?? 0) + 14, scan?.end)
}
/** A part as base64 writes it at each of the three places in a group of bytes. */
const base64 = (bytes: Uint8Array) =>
    [0, 1, 2].map((skip) => Buffer.from(Buffer.from(bytes.subarray(skip)).toString("base64")))
const withoutBreaks = (path: string) => Buffer.from(readFileSync(path, "latin1").replace(/\r?\n/g, ""), "latin1")

describe("the images lie in the identity folder and nowhere else", () => {
    const files = () =>
        readdirSync(home, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
    const images = () => NAMES.slice(0, 3).map((name) => pixelsOf(readFileSync(join(home, "out", FOLDER, name))))
    const originals = () => PHOTOS.map((name) => pixelsOf(readFileSync(join(home, "photos", name))))

    test("the folder holds three images and one mail", () => {
        expect(readdirSync(join(home, "out", FOLDER)).sort()).toEqual(NAMES)
        expect(sealed.stdout).toContain(FOLDER)
    })
    test("no 64 bytes of an image are in any other file that was written", () => {
        const find = windows(images())
        const holders = files().filter((path) => find(readFileSync(path)))
        expect(holders.sort()).toEqual(NAMES.slice(0, 3).map((name) => join(home, "out", FOLDER, name)))
    })
    test("no 64 bytes of a photo are in any file but itself, not even in the identity folder", () => {
        const find = windows(originals())
        const holders = files().filter((path) => find(readFileSync(path)))
        expect(holders.sort()).toEqual(PHOTOS.map((name) => join(home, "photos", name)).sort())
    })
    test("nor in base64, but for the identity mail", () => {
        const mails = files().filter((path) => path.endsWith(".eml"))
        expect(mails.length).toBe(2)
        const find = windows(images().flatMap((bytes) => base64(bytes.subarray(0, 3000))))
        expect(mails.filter((path) => find(withoutBreaks(path)))).toEqual([
            join(home, "out", FOLDER, `${REF}-identity.eml`),
        ])
        const findPhoto = windows(originals().flatMap((bytes) => base64(bytes.subarray(0, 3000))))
        expect(mails.filter((path) => findPhoto(withoutBreaks(path)))).toEqual([])
    })
    test("the camera is named nowhere, and no temporary file is left", () => {
        for (const path of files().filter((path) => !path.includes("/photos/")))
            expect(readFileSync(path).includes("PLANTEDCAMERA"), path).toBe(false)
        expect(readdirSync(join(home, "temporary"))).toEqual([])
        expect(readdirSync(join(home, "out")).filter((name) => name.startsWith("."))).toEqual([])
    })
})

describe("forget-identity", () => {
    let out = ""
    beforeEach(() => {
        out = join(scratch(), "out")
        cpSync(join(home, "out"), out, { recursive: true })
    })
    const forget = (path: string, ...more: string[]) => lerpack(["forget-identity", path, ...more])
    const others = () => Object.fromEntries(Object.entries(hashes(out)).filter(([path]) => !path.startsWith(FOLDER)))

    test.each([
        ["the folder", FOLDER],
        ["the folder with a slash", `${FOLDER}/`],
        ["the output folder", "."],
    ])("deletes images, mail and folder when given %s, and nothing else", (_, path) => {
        const before = others()
        const { status, stdout } = forget(join(out, path))
        expect(status).toBe(0)
        expect(existsSync(join(out, FOLDER))).toBe(false)
        expect(hashes(out)).toEqual(before)
        for (const place of ["最近删除", "--photos", "聊天软件", "回收站", "已发送", "门户", "不能保证"])
            expect(stdout).toContain(place)
    })
    test("says the same in English and as JSON", () => {
        expect(forget(out, "--lang", "en").stdout).toMatch(
            /no guarantee[\s\S]*recently deleted[\s\S]*recycle bin[\s\S]*“sent”/,
        )
        cpSync(join(home, "out", FOLDER), join(out, FOLDER), { recursive: true })
        const result = JSON.parse(forget(out, "--json").stdout) as Record<string, unknown>
        expect(result).toMatchObject({ deleted: NAMES, kept: [], removed: true, issues: [] })
        expect((result.beyondReach as unknown[]).length).toBe(7)
    })
    test("deletes what a file manager left beside them, thumbnails too", () => {
        for (const name of ["Thumbs.db", ".DS_Store", `._${NAMES[0] ?? ""}`])
            writeFileSync(join(out, FOLDER, name), litter(name))
        expect(forget(out).status).toBe(0)
        expect(existsSync(join(out, FOLDER))).toBe(false)
    })
    test("keeps and names what is only called so", () => {
        for (const name of ["Thumbs.db", ".DS_Store"]) writeFileSync(join(out, FOLDER, name), "mine")
        const { status, stderr } = forget(out)
        expect(status).toBe(0)
        expect(readdirSync(join(out, FOLDER)).sort()).toEqual([".DS_Store", "Thumbs.db"])
        expect(stderr.match(/\[identity\.file\.kept\]/g)).toHaveLength(2)
    })
    test("never deletes a file it did not make, names it and keeps the folder", () => {
        writeFileSync(join(out, FOLDER, "扫描.jpg"), "mine")
        mkdirSync(join(out, FOLDER, `${REF}-more`))
        const { status, stderr, stdout } = forget(out)
        expect(status).toBe(0)
        expect(readdirSync(join(out, FOLDER)).sort()).toEqual([`${REF}-more`, "扫描.jpg"].sort())
        expect(stderr).toContain("扫描.jpg")
        expect(stderr).toContain("[identity.file.kept]")
        expect(stdout).toContain("予以保留")
    })
    test("leaves another name of the same content as it is, and says so", () => {
        linkSync(join(out, FOLDER, NAMES[1] ?? ""), join(out, "copy.jpg"))
        const { stderr } = forget(out)
        expect(stderr).toContain("[identity.file.linked]")
        expect(readFileSync(join(out, "copy.jpg"))).toEqual(readFileSync(join(home, "out", FOLDER, NAMES[1] ?? "")))
    })
    test("names in other letters are ours too, as they are on Windows", () => {
        const [back = ""] = NAMES
        renameSync(join(out, FOLDER, back), join(out, FOLDER, back.replace(".jpg", ".JPG")))
        expect(forget(out).stderr).not.toContain("[identity.file.kept]")
        expect(existsSync(join(out, FOLDER))).toBe(false)
    })
    test("names copies beside it, and a folder that was renamed, and deletes neither", () => {
        cpSync(join(out, FOLDER), join(out, `${FOLDER} - 副本`), { recursive: true })
        const { status, stderr } = forget(out)
        expect([status, stderr.match(/\[identity\.folder\.copy\]/g)?.length]).toEqual([0, 1])
        expect(stderr).toContain(`${FOLDER} - 副本`)
        const again = forget(join(out, `${FOLDER} - 副本`))
        expect([again.status, existsSync(join(out, `${FOLDER} - 副本`, NAMES[0] ?? ""))]).toEqual([1, true])
        expect(again.stderr).toContain("[identity.folder.none]")
        expect(again.stderr).toContain("[identity.folder.copy]")
    })
    test("the line for the journal counts images, not their mail", () => {
        expect(forget(out).stderr).toContain("photos-deleted --count 3")
    })
    test("removes an empty folder of that name", () => {
        forget(out)
        mkdirSync(join(out, FOLDER))
        expect(forget(out).status).toBe(0)
        expect(existsSync(join(out, FOLDER))).toBe(false)
    })

    const refusals: readonly (readonly [string, (out: string) => string, string])[] = [
        ["a folder without one", (at) => join(at, `${REF}-send`), "identity.folder.none"],
        [
            "two of them",
            (at) => {
                mkdirSync(join(at, "OTHER-1-identity"))
                return at
            },
            "identity.folder.several",
        ],
        [
            "a folder of that name with other files",
            (at) => {
                mkdirSync(join(at, "x/ABCD-identity"), { recursive: true })
                writeFileSync(join(at, "x/ABCD-identity/photo.jpg"), "mine")
                writeFileSync(join(at, "x/ABCD-identity/Thumbs.db"), "mine")
                return join(at, "x")
            },
            "identity.folder.not-ours",
        ],
        [
            "a link to a folder",
            (at) => {
                symlinkSync(join(at, FOLDER), join(at, "LINK-identity"))
                return join(at, "LINK-identity")
            },
            "identity.folder.irregular",
        ],
        ["a file", (at) => join(at, `DRAFT-${REF}.zip`), "shell.file.not-folder"],
        ["nothing that exists", (at) => join(at, "nowhere"), "shell.file.missing"],
    ]
    test.each(refusals)("refuses %s and deletes nothing", (_, make, code) => {
        const path = make(out)
        const before = hashes(out)
        const { status, stderr } = forget(path)
        expect([status, stderr.includes(`[${code}]`)]).toEqual([1, true])
        expect(hashes(out)).toEqual(before)
    })
    test("asks for a folder: wrong usage", () => {
        expect(lerpack(["forget-identity"]).status).toBe(2)
    })
})

describe("without a mark, with approver and reason,", () => {
    let folder = ""
    let ran: Ran
    beforeAll(() => {
        folder = scratch()
        const form = readFileSync(join(home, "office/officer.yaml"), "utf8")
        const answer = "identityUnmarked: {approver: 样例负责人, reason: 收件方要求原图}"
        writeFileSync(join(folder, "officer.yaml"), `${form}\n${answer}\n`)
        ran = lerpack(
            [
                ...[
                    "complete",
                    `out/DRAFT-${REF}.zip`,
                    "--officer",
                    join(folder, "officer.yaml"),
                    "--photos",
                    "photos",
                ],
                ...["--legal", "office/legal/调取证据通知书（样例）.pdf", "--prepared", `out/${REF}-prepared`],
                ...["--sealed", "office/sealed.pdf", "-o", join(folder, "out"), "--unsigned", ...desks],
            ],
            { cwd: home },
        )
    })
    test("the images are other ones, and the terminal says who answers", () => {
        expect(ran.status).toBe(0)
        expect(ran.stderr).toMatch(/按 样例负责人 批准，证件图像未加“仅供核验”字样（理由：收件方要求原图）/)
        const [unmarked, marked] = [join(folder, "out"), join(home, "out")].map((at) =>
            readFileSync(join(at, FOLDER, NAMES[1] ?? "")),
        )
        expect(unmarked).not.toEqual(marked)
    })
    test.skipIf(!tool("pdftotext"))("the checklist in the archive says so too", () => {
        const files = unzipSync(readFileSync(join(folder, `out/${REF}-archive.zip`)))
        const sheet = files[`${REF}-archive/data/layer-2/documents/checklist.pdf`]
        const text = outside("pdftotext", ["-", "-"], sheet).replace(/\s/g, "")
        for (const part of ["未加“仅供核验”字样：样例负责人批准，", "理由：收件方要求原图"])
            expect(text).toContain(part)
    })
})
