/** What a file is to a reader: 图片, 文档, 表格, 视听资料, 其他. */
export type Category = "picture" | "document" | "table" | "recording" | "other"

/** The name of a category in lists for the police. */
export const CATEGORY_ZH: Readonly<Record<Category, string>> = {
    picture: "图片",
    document: "文档",
    table: "表格",
    recording: "视听资料",
    other: "其他",
}

/** Media type, category, extension that a packet gives it, other extensions that are no contradiction. */
export const FILE_TYPES: readonly (readonly [type: string, category: Category, ext: string, also?: string])[] = [
    ["image/png", "picture", "png"],
    ["image/jpeg", "picture", "jpg", "jpeg jpe jfif"],
    ["image/gif", "picture", "gif"],
    ["image/webp", "picture", "webp"],
    ["image/heic", "picture", "heic", "heif"],
    ["image/avif", "picture", "avif"],
    ["image/bmp", "picture", "bmp"],
    ["image/tiff", "picture", "tif", "tiff"],
    ["image/svg+xml", "picture", "svg"],
    ["image/jxl", "picture", "jxl"],
    ["image/jp2", "picture", "jp2", "j2k jpf jpx"],
    ["image/vnd.adobe.photoshop", "picture", "psd"],
    ["image/x-icon", "picture", "ico"],
    ["image/emf", "picture", "emf"],
    ["image/wmf", "picture", "wmf"],
    ["image/x-canon-cr3", "picture", "cr3"],
    ["application/pdf", "document", "pdf"],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document", "docx"],
    ["application/vnd.ms-word.document.macroenabled.12", "document", "docm"],
    ["application/msword", "document", "doc", "wps"],
    ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "document", "pptx"],
    ["application/vnd.ms-powerpoint.presentation.macroenabled.12", "document", "pptm"],
    ["application/vnd.ms-powerpoint", "document", "ppt", "dps"],
    ["application/vnd.oasis.opendocument.text", "document", "odt"],
    ["application/ofd", "document", "ofd"],
    ["application/rtf", "document", "rtf"],
    ["text/html", "document", "html", "htm"],
    ["application/mbox", "document", "mbox"],
    ["multipart/related", "document", "mhtml", "mht"],
    ["text/plain", "document", "txt", "log md"],
    ["message/rfc822", "document", "eml"],
    ["application/vnd.ms-outlook", "document", "msg"],
    ["application/json", "document", "json"],
    ["application/wacz", "document", "wacz"],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table", "xlsx"],
    ["application/vnd.ms-excel.sheet.macroenabled.12", "table", "xlsm"],
    ["application/vnd.ms-excel.sheet.binary.macroenabled.12", "table", "xlsb"],
    ["application/vnd.ms-excel", "table", "xls", "et"],
    ["application/vnd.oasis.opendocument.spreadsheet", "table", "ods"],
    ["text/csv", "table", "csv"],
    ["video/mp4", "recording", "mp4", "m4v"],
    ["video/quicktime", "recording", "mov", "qt"],
    ["video/3gpp", "recording", "3gp"],
    ["video/x-msvideo", "recording", "avi"],
    ["video/x-matroska", "recording", "mkv", "webm"],
    ["video/x-ms-wmv", "recording", "wmv", "asf"],
    ["audio/x-ms-wma", "recording", "wma"],
    ["video/x-flv", "recording", "flv"],
    ["video/mpeg", "recording", "mpg", "mpeg vob"],
    ["application/vnd.rn-realmedia", "recording", "rmvb", "rm"],
    ["video/mp2t", "recording", "ts", "mts m2ts"],
    ["audio/mpeg", "recording", "mp3"],
    ["audio/aiff", "recording", "aiff", "aif aifc"],
    ["audio/x-caf", "recording", "caf"],
    ["audio/mp4", "recording", "m4a"],
    ["audio/wav", "recording", "wav"],
    ["audio/amr", "recording", "amr"],
    ["audio/silk", "recording", "silk", "aud slk"],
    ["audio/aac", "recording", "aac"],
    ["audio/flac", "recording", "flac"],
    ["audio/ogg", "recording", "ogg", "opus"],
    ["application/zip", "other", "zip"],
    ["application/vnd.rar", "other", "rar"],
    ["application/x-7z-compressed", "other", "7z"],
    ["application/x-tar", "other", "tar"],
    ["application/gzip", "other", "gz", "tgz"],
    ["application/vnd.android.package-archive", "other", "apk"],
    ["application/vnd.microsoft.portable-executable", "other", "exe", "dll scr"],
    ["application/x-elf", "other", "elf", "so"],
    ["application/x-mach-binary", "other", "macho", "dylib"],
    ["application/x-ms-shortcut", "other", "lnk"],
    ["application/octet-stream", "other", "bin"],
]

/**
 * First bytes that settle a type: offset and hex, `.` for any digit; several parts all have to match. Order matters:
 * the first match wins.
 */
export const MAGIC: readonly (readonly [type: string, ...parts: (readonly [offset: number, hex: string])[]])[] = [
    ["image/png", [0, "89504e470d0a1a0a"]],
    ["image/jpeg", [0, "ffd8ff"]],
    ["image/gif", [0, "474946383761"]],
    ["image/gif", [0, "474946383961"]],
    ["image/webp", [0, "52494646"], [8, "57454250"]],
    ["audio/wav", [0, "52494646"], [8, "57415645"]],
    ["video/x-msvideo", [0, "52494646"], [8, "41564920"]],
    ["image/tiff", [0, "49492a00"]],
    ["image/tiff", [0, "4d4d002a"]],
    ["image/tiff", [0, "49492b00"]], // BigTIFF
    ["image/tiff", [0, "4d4d002b"]],
    ["image/jxl", [0, "0000000c 4a584c20"]],
    ["image/jxl", [0, "ff0a"]],
    ["image/jp2", [0, "0000000c 6a502020"]],
    ["image/jp2", [0, "ff4fff51"]],
    ["image/vnd.adobe.photoshop", [0, "38425053"]],
    ["image/x-icon", [0, "00000100"], [5, "00"], [9, "00"]],
    ["image/emf", [0, "01000000"], [40, "20454d46"]],
    ["image/wmf", [0, "d7cdc69a"]],
    ["image/x-canon-cr3", [4, "66747970 63727820"]],
    // A bitmap's two letters alone would catch texts that begin with BM: its reserved words are zero.
    ["image/bmp", [0, "424d"], [6, "00000000"]],
    ["application/pdf", [0, "255044462d"]],
    ["audio/mp4", [4, "66747970 4d344120"]], // ftyp "M4A "
    ["video/quicktime", [4, "66747970 71742020"]], // ftyp "qt  "
    ["video/quicktime", [4, "6d6f6f76"]], // moov first, as old cameras write
    ["video/3gpp", [4, "66747970 336770"]], // ftyp 3gp
    ["video/mp4", [4, "66747970"]],
    ["video/x-matroska", [0, "1a45dfa3"]],
    ["video/x-flv", [0, "464c5601"]],
    // Packets of 188 bytes, or of 192 as cameras write.
    ["video/mp2t", [0, "47"], [188, "47"], [376, "47"], [564, "47"]],
    ["video/mp2t", [4, "47"], [196, "47"], [388, "47"], [580, "47"]],
    ["video/mpeg", [0, "000001ba"]], // pack header
    ["video/mpeg", [0, "000001b3"]], // sequence header
    ["application/vnd.rn-realmedia", [0, "2e524d46"]],
    ["application/rtf", [0, "7b5c727466"]], // {\rtf
    ["audio/amr", [0, "2321414d52"]],
    ["audio/silk", [0, "2321 53494c4b"]],
    ["audio/silk", [0, "02 2321 53494c4b"]], // one byte more in messenger recordings
    ["audio/aiff", [0, "464f524d"], [8, "414946"]],
    ["audio/x-caf", [0, "63616666"]],
    ["audio/flac", [0, "664c6143"]],
    ["audio/ogg", [0, "4f676753"]],
    ["audio/mpeg", [0, "494433"]], // ID3 tag
    ["application/vnd.rar", [0, "526172211a07"]],
    ["application/x-7z-compressed", [0, "377abcaf271c"]],
    ["application/gzip", [0, "1f8b08"]],
    ["application/x-ms-shortcut", [0, "4c000000 01140200"]], // [MS-SHLLINK] §2.1: header size and class
    ["application/x-elf", [0, "7f454c46"]],
    ["application/x-mach-binary", [0, "cffaedfe"]],
]
