import { readFileSync } from "node:fs"
import { join } from "node:path"
import ExifReader from "exifreader"
import { beforeAll, describe, expect, test } from "vitest"
import { concat, type NamedBytes, utf8 } from "../../../src/base/bytes.ts"
import { type Officer, readOfficer } from "../../../src/facts/officer/officer.ts"
import { type PhotoRole, photoRole } from "../../../src/facts/officer/photo-role.ts"
import { loadRecipient, photosAsked } from "../../../src/facts/recipients/recipient.ts"
import type { Recipient } from "../../../src/facts/recipients/recipient-schema.ts"
import {
    identityImages,
    LONG_EDGE_PX,
    markLines,
    takePhotos,
    unmarkedIssues,
} from "../../../src/flows/officer/identity.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { decodeRaster } from "../../../src/typeset/raster/decode.ts"
import { encodeJpeg } from "../../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { readSegments } from "../../../src/typeset/raster/jpeg-segments.ts"
import { upright } from "../../../src/typeset/raster/raster.ts"
import { ROOT } from "../../check.ts"
import { DESKS, INVENTED, SHIPPED } from "../../desks.ts"
import { chunk, exifSegment, heic, segment, tiffBlock, withSegments } from "../../facts/evidence/make-image.ts"
import { litter } from "../../packet/litter.ts"
import { likeness, testCard } from "../../typeset/raster/pictures.ts"

const host = nodeHost({ recipients: DESKS })
const SECRET = utf8("PLANTED-SECRET")
const card = testCard(800, 600)
const plain = encodeJpeg(card, 95)
/** The same coded picture with all that cameras, editors and messengers put around it. */
const loaded = concat([
    withSegments(
        plain,
        exifSegment({ make: "PLANTED-SECRET", orientation: 1, takenAt: "2023:03:21 01:49:08", gps: true }),
        segment(0xe1, utf8("http://ns.adobe.com/xap/1.0/\0"), SECRET),
        segment(0xe2, utf8("ICC_PROFILE\0"), SECRET),
        segment(0xed, SECRET),
        segment(0xe0, utf8("JFXX\0"), SECRET),
        segment(0xfe, SECRET),
    ),
    SECRET,
    utf8("\0\0\0\x18ftypmp42 a film behind the end"),
])

let officer: Officer
let recipient: Recipient

beforeAll(() => {
    const file = readFileSync(join(ROOT, "assets/sample-officer/officer.yaml"))
    const reading = readOfficer("officer.yaml", new Uint8Array(file))
    if (reading.officer === undefined) throw new Error("the sample is not valid")
    officer = reading.officer
    recipient = loadRecipient(host, "all-routes", [])
})

const photos = (bytes: Uint8Array): ReadonlyMap<PhotoRole, NamedBytes> =>
    new Map([["front", { name: "正面.jpg", bytes }]])
const imageOf = async (bytes: Uint8Array, changed: Partial<Officer> = {}): Promise<Uint8Array> => {
    const [image] = await identityImages(photos(bytes), "LX-1", recipient, { ...officer, ...changed }, host)
    return image?.bytes ?? new Uint8Array(0)
}
const UNMARKED = { identityUnmarked: { approver: "样例负责人", reason: "收件方要求原图" } }

describe("an identity image", () => {
    test("depends on nothing but the pixels", async () => {
        expect(Buffer.compare(await imageOf(loaded), await imageOf(plain))).toBe(0)
    })
    test("has no segment but those that a picture needs, and no tag", async () => {
        const bytes = await imageOf(loaded)
        const { segments, complete } = readSegments(bytes)
        expect(complete).toBe(true)
        expect(segments.map(({ marker }) => marker.toString(16))).toEqual([
            "e0",
            "db",
            "db",
            "c0",
            "c4",
            "c4",
            "c4",
            "c4",
            "da",
        ])
        expect(segments.at(-1)?.end).toBe(bytes.length - 2)
        const tags = ExifReader.load(bytes.slice().buffer, { expanded: true })
        expect(Object.keys(tags).sort()).toEqual(["file", "jfif"])
        expect(Buffer.from(bytes).includes("PLANTED")).toBe(false)
    })
    test("stands in the order in which the desk asks, however the folder had them", async () => {
        const folder = new Map<PhotoRole, NamedBytes>(
            (["back", "holding", "front"] as const).map((role) => [role, { name: `${role}.jpg`, bytes: plain }]),
        )
        const images = await identityImages(folder, "LX-1", recipient, officer, host)
        expect(images.map(({ name }) => name)).toEqual(["LX-1-id-front.jpg", "LX-1-id-back.jpg", "LX-1-id-holding.jpg"])
    })
    test("from a PNG with texts and EXIF is the same as from a bare one", async () => {
        const bare = encodePng(card)
        const texts = [
            chunk("tEXt", SECRET),
            chunk("iTXt", SECRET),
            chunk("eXIf", tiffBlock({ make: "PLANTED" })),
            chunk("tIME", new Uint8Array(7)),
        ]
        const dressed = concat([bare.subarray(0, 33), ...texts, bare.subarray(33), SECRET])
        expect(Buffer.compare(await imageOf(dressed), await imageOf(bare))).toBe(0)
    })
    test.each([2, 3, 6, 8])(
        "stands upright where the camera was held otherwise (orientation %i)",
        async (orientation) => {
            const turned = withSegments(plain, exifSegment({ orientation }))
            const shown = decodeRaster(await imageOf(turned, UNMARKED), [])
            const wanted = upright(card, orientation)
            expect([shown.widthPx, shown.heightPx]).toEqual([wanted.widthPx, wanted.heightPx])
            expect(likeness(shown.rgb, wanted.rgb)).toBeGreaterThan(30)
        },
    )
    test("is no larger than a mail should carry", async () => {
        const { widthPx, heightPx } = decodeRaster(await imageOf(encodeJpeg(testCard(3000, 1000), 80)), [])
        expect([widthPx, heightPx]).toEqual([LONG_EDGE_PX, LONG_EDGE_PX / 3])
    })
    test("differs from the photo by its mark, and does not without one", async () => {
        const photo = decodeRaster(plain, [])
        expect(likeness(decodeRaster(await imageOf(plain), []).rgb, photo.rgb)).toBeLessThan(25)
        expect(likeness(decodeRaster(await imageOf(plain, UNMARKED), []).rgb, photo.rgb)).toBeGreaterThan(35)
    })
})

describe("the mark", () => {
    test("names both receivers in two languages, the date of the act and the reference", () => {
        expect(markLines("LX-2023-0321", recipient, officer)).toEqual([
            "仅供 Kovex、Binnacle 核验执法人员身份",
            "For identity verification by Kovex and Binnacle only",
            "2026-11-25 · Ref LX-2023-0321",
        ])
    })
    test.each([...SHIPPED, ...INVENTED])("can be written for %s, where it asks for images", async (id) => {
        const other = loadRecipient(host, id, [])
        const [image] = await identityImages(photos(plain), "LX-1", other, officer, host)
        expect(image?.name).toBe(photosAsked(other).includes("front") ? "LX-1-id-front.jpg" : undefined)
    })
    test("is left out for an approver with a reason only, and said so", () => {
        expect(unmarkedIssues("officer.yaml", recipient, officer)).toEqual([])
        expect(unmarkedIssues("officer.yaml", recipient, { ...officer, ...UNMARKED })).toEqual([
            {
                code: "identity.mark.left-out",
                severity: "warning",
                path: ["officer.yaml", "identityUnmarked"],
                params: UNMARKED.identityUnmarked,
            },
        ])
        expect(
            unmarkedIssues("officer.yaml", recipient, { ...officer, ...UNMARKED, route: "existing-account" }),
        ).toEqual([])
        const form = readFileSync(join(ROOT, "assets/sample-officer/officer.yaml"), "utf8")
        for (const half of ["identityUnmarked: {approver: 样例负责人}", "identityUnmarked: {reason: 收件方要求}"]) {
            const { issues } = readOfficer("officer.yaml", utf8(`${form}\n${half}\n`))
            expect(issues.map(({ code }) => code)).toContain("input.field.missing")
        }
    })
})

describe("photos are taken in", () => {
    const file = (name: string, bytes: Uint8Array) => ({ name, path: `证件照/${name}`, bytes })
    const second = encodeJpeg(testCard(600, 800), 90)
    const third = encodeJpeg(testCard(640, 640), 90)
    test("by what their names say", async () => {
        const taken = await takePhotos([file("反面.jpg", second), file("手持.png", third), file("正面.jpg", plain)])
        expect(taken.issues).toEqual([])
        expect([...taken.photos.keys()].sort()).toEqual(["back", "front", "holding"])
    })
    test("without what systems leave beside them, which is known by its content", async () => {
        const left = ["Thumbs.db", ".DS_Store", "._正面.jpg"].map((name) => file(name, litter(name)))
        expect((await takePhotos([file("正面.jpg", plain), ...left])).issues).toEqual([])
        const { issues } = await takePhotos([file("正面.jpg", plain), file("Thumbs.db", utf8("MZ"))])
        expect(issues.map(({ code, path }) => [code, path])).toEqual([["raster.picture.type", ["证件照/Thumbs.db"]]])
    })
    test.each([
        ["HEIC", "正面.heic", heic(400, 300, {}), "raster.picture.heic"],
        ["HEIC under another name", "正面.jpg", heic(400, 300, {}), "raster.picture.heic"],
        ["cut off", "正面.jpg", plain.subarray(0, 9000), "raster.picture.cut-off"],
        ["no picture", "正面.jpg", utf8("text"), "raster.picture.type"],
        ["without a role", "IMG_0001.jpg", plain, "request.photo.role"],
        ["of a role that is there", "反面 (1).jpg", plain, "request.photo.role"],
        ["the same as another", "正面.jpg", second, "request.photo.same"],
    ] as const)("or named with their place: %s", async (_, name, bytes, code) => {
        const { issues } = await takePhotos([file("反面.jpg", second), file(name, bytes)])
        expect(issues.map((found) => [found.code, found.severity, found.path])).toEqual([
            [code, "error", [`证件照/${name}`]],
        ])
    })
})

describe("the role of a photo by its name", () => {
    test.each([
        ["正面.jpg", "front"],
        ["证件-反面.JPG", "back"],
        ["背面.png", "back"],
        ["手持证件正面.jpg", "holding"],
        ["ID_Front.jpeg", "front"],
        ["back.png", "back"],
        ["Selfie.jpg", "holding"],
        ["holding-id.jpg", "holding"],
        ["正反面.jpg", undefined],
        ["正面和反面.jpg", undefined],
        ["IMG_0001.jpg", undefined],
    ])("%s: %s", (name, role) => {
        expect(photoRole(name)).toBe(role)
    })
})
