import { readFileSync } from "node:fs"
import { join } from "node:path"
import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { isUnrecognised, nameDiffers, programKind, sniffType } from "../../../src/facts/evidence/file-type.ts"
import { readZipDirectory } from "../../../src/facts/evidence/zip-directory.ts"
import { writeXlsx } from "../../../src/typeset/office/xlsx-write.ts"
import { heic, png, webp } from "./make-image.ts"

import { tarOf } from "./make-tar.ts"

const root = import.meta.dirname
const file = (path: string) => new Uint8Array(readFileSync(join(root, path)))
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
    concat(parts.map((p) => (typeof p === "string" ? utf8(p) : new Uint8Array(p))))
const office = "application/vnd.openxmlformats-officedocument"
const gbk = new Uint8Array([0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a]) // 订单号,金额
const docx = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") }, { level: 0 })

const asf = bytesOf([0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, 0, 0xaa, 0, 0x62, 0xce, 0x6c])
const mail = "From: a@a.invalid\nTo: b@a.invalid\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nx"
const page = utf8(
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.invalid/\r\nSubject: x\r\nDate: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
)

describe("tells the type by the bytes", () => {
    const cases: (readonly [string, Uint8Array, string, string, string])[] = [
        ["a.jpg", file("photos/baseline.jpg"), "image/jpeg", "picture", "jpg"],
        ["a.png", png(1, 1), "image/png", "picture", "png"],
        ["IMG_1.HEIC", heic(1, 1, {}), "image/heic", "picture", "heic"],
        ["a.webp", webp(1, 1, {}), "image/webp", "picture", "webp"],
        ["a.pdf", utf8("%PDF-1.7\n"), "application/pdf", "document", "pdf"],
        ["订单.csv", utf8("订单号,金额\n1,2\n"), "text/csv", "table", "csv"],
        ["订单.csv", gbk, "text/csv", "table", "csv"],
        ["说明.txt", utf8("说明"), "text/plain", "document", "txt"],
        ["page", utf8("<!DOCTYPE html><p>"), "text/html", "document", "html"],
        ["记录.txt", bytesOf([0xff, 0xfe, 0x2d, 0x4e]), "text/plain", "document", "txt"],
        ["聊天.txt", bytesOf([0xff, 0xfe, 0x4a, 0x80, 0x29, 0x59]), "text/plain", "document", "txt"],
        ["对账单.pdf", utf8("\r\n%PDF-1.4\n"), "application/pdf", "document", "pdf"],
        ["下载", utf8("\ufeff\n%PDF-1.4\n"), "application/pdf", "document", "pdf"],
        ["a.pdf", utf8("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n"), "application/pdf", "document", "pdf"],
        ["a.txt", utf8("it begins with %PDF-1.4"), "text/plain", "document", "txt"],
        [
            "a.xlsx",
            writeXlsx([{ name: "x", widths: [], headerRows: 0, rows: [] }]),
            `${office}.spreadsheetml.sheet`,
            "table",
            "xlsx",
        ],
        [
            "no extension",
            file("../../typeset/office/saved/resaved-by-libreoffice.xlsx").subarray(0, 0),
            "application/octet-stream",
            "other",
            "bin",
        ],
        ["a.docx", docx, `${office}.wordprocessingml.document`, "document", "docx"],
        ["a.zip", zipSync({ "a.txt": strToU8("a") }), "application/zip", "other", "zip"],
        [
            "a.xls",
            bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
            "application/vnd.ms-excel",
            "table",
            "xls",
        ],
        ["通话.mp4", bytesOf([0, 0, 0, 24], "ftypmp42"), "video/mp4", "recording", "mp4"],
        ["录屏.mov", bytesOf([0, 0, 0, 20], "ftypqt  "), "video/quicktime", "recording", "mov"],
        ["a.avi", bytesOf("RIFF", [0, 0, 0, 0], "AVI "), "video/x-msvideo", "recording", "avi"],
        ["a.mkv", bytesOf([0x1a, 0x45, 0xdf, 0xa3]), "video/x-matroska", "recording", "mkv"],
        ["a.mp3", bytesOf("ID3", [3, 0]), "audio/mpeg", "recording", "mp3"],
        ["a.mp3", bytesOf([0xff, 0xfb, 0x90, 0x64]), "audio/mpeg", "recording", "mp3"],
        ["a.aac", bytesOf([0xff, 0xf1, 0x50, 0x80]), "audio/aac", "recording", "aac"],
        ["a.m4a", bytesOf([0, 0, 0, 24], "ftypM4A "), "audio/mp4", "recording", "m4a"],
        ["a.wav", bytesOf("RIFF", [0, 0, 0, 0], "WAVE"), "audio/wav", "recording", "wav"],
        ["a.amr", bytesOf("#!AMR\n"), "audio/amr", "recording", "amr"],
        ["语音.silk", bytesOf([2], "#!SILK_V3"), "audio/silk", "recording", "silk"],
        ["录屏.wmv", asf, "video/x-ms-wmv", "recording", "wmv"],
        ["录音.wma", asf, "audio/x-ms-wma", "recording", "wma"],
        ["录屏.flv", bytesOf("FLV", [1, 5]), "video/x-flv", "recording", "flv"],
        ["监控.mpg", bytesOf([0, 0, 1, 0xba]), "video/mpeg", "recording", "mpg"],
        ["a.avif", bytesOf([0, 0, 0, 24], "ftypavis", [0, 0, 0, 0], "avifmif1"), "image/avif", "picture", "avif"],
        ["a.avif", bytesOf([0, 0, 0, 24], "ftypmif1", [0, 0, 0, 0], "avifmif1"), "image/avif", "picture", "avif"],
        ["a.heic", bytesOf([0, 0, 0, 24], "ftypmiaf", [0, 0, 0, 0], "heicmif1"), "image/heic", "picture", "heic"],
        ["a.heic", bytesOf([0, 0, 0, 16], "ftypheis", [0, 0, 0, 0]), "image/heic", "picture", "heic"],
        ["备忘.rtf", utf8("{\\rtf1\\ansi x}"), "application/rtf", "document", "rtf"],
        ["公告.mhtml", page, "multipart/related", "document", "mhtml"],
        ["公告", page, "multipart/related", "document", "mhtml"],
        ["公告.mht", utf8("MIME-Version: 1.0\nContent-Type: text/html\n\nx"), "multipart/related", "document", "mhtml"],
        ["信件.mbox", utf8(`From a Mon Mar 20 10:00:00 2023\n${mail}`), "application/mbox", "document", "mbox"],
        ["信件.mbox", utf8("From a@b Mon Mar 20\nFrom: a@b\n\nx"), "application/mbox", "document", "mbox"],
        ["a.eml", utf8(mail), "message/rfc822", "document", "eml"],
        ["a.exe", bytesOf("MZ", [0, 0, 1, 2]), "application/octet-stream", "other", "bin"],
    ]
    const packets = (from: number, size: number) => {
        const bytes = new Uint8Array(1000)
        for (let i = 0; i < 4; i++) bytes[from + i * size] = 0x47
        return bytes
    }
    cases.push(
        ["图.svg", utf8('<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x"/>'), "image/svg+xml", "picture", "svg"],
        ["图", utf8("<svg>"), "image/svg+xml", "picture", "svg"],
        ["a.xml", utf8("<a><svg/></a>"), "text/plain", "document", "txt"],
        ["a.tif", bytesOf([0x49, 0x49, 0x2b, 0, 8, 0]), "image/tiff", "picture", "tif"],
        ["a.jxl", bytesOf([0xff, 0x0a, 0]), "image/jxl", "picture", "jxl"],
        ["a.jp2", bytesOf([0, 0, 0, 12], "jP  "), "image/jp2", "picture", "jp2"],
        ["a.psd", bytesOf("8BPS", [0, 1]), "image/vnd.adobe.photoshop", "picture", "psd"],
        ["a.ico", bytesOf([0, 0, 1, 0, 1, 0, 16, 16, 0, 0]), "image/x-icon", "picture", "ico"],
        ["a.cr3", bytesOf([0, 0, 0, 24], "ftypcrx "), "image/x-canon-cr3", "picture", "cr3"],
        ["a.ts", packets(0, 188), "video/mp2t", "recording", "ts"],
        ["a.mts", packets(4, 192), "video/mp2t", "recording", "ts"],
        ["a.aif", bytesOf("FORM", [0, 0, 0, 4], "AIFF"), "audio/aiff", "recording", "aiff"],
        ["a.caf", bytesOf("caff", [0, 1]), "audio/x-caf", "recording", "caf"],
        ["a.tar", tarOf("a.txt", utf8("x")), "application/x-tar", "other", "tar"],
    )
    test.each(cases)("%s", (name, bytes, mediaType, category, extension) => {
        expect(sniffType(bytes.subarray(0, 8192), name)).toEqual({
            mediaType,
            category,
            extension,
        })
        expect(nameDiffers(mediaType, name)).toBe(false)
    })
})

test.each([
    ["screenshot.png", file("photos/baseline.jpg"), "image/jpeg"],
    ["statement.csv", zipSync({ "a.csv": strToU8("a") }), "application/zip"],
    ["photo.jpg", utf8("<html>sign in</html>"), "text/html"],
    ["BM-notes.txt", utf8("BM is how this text begins"), undefined],
])("%s: a name that belongs to another type is reported", (name, bytes, mediaType) => {
    const found = sniffType(bytes, name)
    expect(nameDiffers(found.mediaType, name)).toBe(mediaType !== undefined)
    expect(found.mediaType).toBe(mediaType ?? "text/plain")
})

test.each([
    ["图.png", true],
    ["扫描.PDF", true],
    ["a.bin", false],
    ["a.txt", false],
    ["图", false],
])("%s of bytes that nobody knows is called unrecognised: %s", (name, expected) => {
    const { mediaType } = sniffType(new Uint8Array(100), name)
    expect(mediaType).toBe("application/octet-stream")
    expect(isUnrecognised(mediaType, name)).toBe(expected)
    expect(isUnrecognised("image/png", name)).toBe(false)
})

test("a text that is cut in the middle of a character is still a text", () => {
    const text = utf8("订".repeat(5000)).subarray(0, 8192)
    expect(sniffType(text, "a.txt").mediaType).toBe("text/plain")
})

describe("what lies in a ZIP", () => {
    const stored = (files: Readonly<Record<string, Uint8Array>>) => zipSync(files, { level: 0 })
    const parts = { "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") }
    const later = { "word/document.xml": strToU8("<w/>"), "[Content_Types].xml": strToU8("<Types/>") }
    test.each([
        [
            "a ZIP with a document in it, stored",
            "聊天.zip",
            stored({ "合同.docx": docx, "a.txt": strToU8("a") }),
            "zip",
        ],
        ["the same without a name", "聊天", stored({ "合同.docx": docx }), "zip"],
        ["a ZIP with a spreadsheet behind a text", "a.zip", stored({ "a.txt": strToU8("a"), "b.xlsx": docx }), "zip"],
        ["a ZIP that unpacked documents were put into", "a.zip", stored(later), "zip"],
        ["a document that was called a ZIP", "a.zip", stored(parts), "docx"],
        ["a document whose list of parts stands later", "a.docx", stored(later), "docx"],
        ["a ZIP that was called a document", "a.docx", stored({ "a.txt": strToU8("a") }), "zip"],
        ["slides", "a.pptx", stored({ "[Content_Types].xml": strToU8("<Types/>"), "ppt/a.xml": strToU8("x") }), "pptx"],
        [
            "a macro workbook",
            "a.xlsm",
            stored({ ...parts, "xl/a.xml": strToU8("x"), "xl/vbaProject.bin": strToU8("x") }),
            "xlsm",
        ],
        [
            "a binary workbook",
            "a.xlsb",
            stored({ "[Content_Types].xml": strToU8("x"), "xl/workbook.bin": strToU8("x") }),
            "xlsb",
        ],
        ["a document with macros", "a.docm", stored({ ...parts, "word/vbaProject.bin": strToU8("x") }), "docm"],
        ["an OFD", "回单.ofd", stored({ "OFD.xml": strToU8("x"), "Doc_0/Document.xml": strToU8("x") }), "ofd"],
        ["an OFD in a ZIP", "回单.zip", stored({ "回单/OFD.xml": strToU8("x") }), "zip"],
        ["an app", "a.apk", stored({ "AndroidManifest.xml": strToU8("x"), "META-INF/A.MF": strToU8("x") }), "apk"],
    ])("%s", async (_, name, bytes, extension) => {
        const names = (await readZipDirectory(memorySource(bytes)))?.map((member) => member.name)
        expect(sniffType(bytes.subarray(0, 8192), name, names).extension).toBe(extension)
        // The same where the directory is gone, as in a file that was cut off; then a document is believed by its name.
        const cut = sniffType(bytes.subarray(0, 8192), name).extension
        expect(cut).toBe(name === "a.docx" ? "docx" : extension)
    })
})

test("programs and shortcuts are known by their bytes, and by the name where they have none of their own", () => {
    const lnk = bytesOf([0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0])
    const exe = new Uint8Array(128)
    exe.set(utf8("MZ"))
    exe[60] = 64
    exe.set(utf8("PE\0\0"), 64)
    const kindOf = (bytes: Uint8Array, name: string) => programKind(sniffType(bytes, name).mediaType, name)
    expect(kindOf(lnk, "快捷方式")).toBe("shortcut")
    expect(kindOf(utf8("[InternetShortcut]"), "交易所.url")).toBe("shortcut")
    expect(kindOf(exe, "工具")).toBe("program")
    expect(kindOf(exe, "图.jpg")).toBe("program")
    for (const name of [
        "a.exe.",
        "a.exe ",
        "交易所.mobileconfig",
        "安装.xapk",
        "a.BAT",
        "对账单.js",
        "a.pif",
        "设置.reg",
        "帮助.chm",
    ])
        expect(kindOf(utf8("@echo off"), name), name).toBe("program")
    expect(kindOf(utf8("MZ is how this text begins, and it goes on for more than sixty-four letters."), "a.txt")).toBe(
        undefined,
    )
})
