/**
 * Traditional characters of words that are looked for in what people type (幣安, 資金帳戶, 密碼, 北京時間): a few hundred, no
 * conversion of texts. What was typed stays as it is.
 */
const TRADITIONAL =
    "幣歐庫開門帳賬戶號現貨資約槓桿財統錢對騙別禮紅訂單轉內鏈編會員時間點當準週詐碼鑰驗證記詞網備註標簽機應臺聯絡電話郵處誰認識還沒說舊劃閃經鎖動達盜買賣總權設裝條題圖檔圓萬億兩個筆餘額錄貸傳輸態狀啟關刪廢類種選項釣魚遠連線慣爲為來從這樣無後幾復複極級優穩質礦貝萊瑪馬羅恆彌親屬職務導師請問負責監護與實發領給讓裡於嗎麼樓詳確據過進遲審辦報損償際國區歷曆簡體執異變讀寫許諾誤謊賭贓軟載適鄰釋鈕銀陸隊隨隱雜離難雲頁頭顯風飛驅灣場"
const SIMPLIFIED =
    "币欧库开门账账户号现货资约杠杆财统钱对骗别礼红订单转内链编会员时间点当准周诈码钥验证记词网备注标签机应台联络电话邮处谁认识还没说旧划闪经锁动达盗买卖总权设装条题图档圆万亿两个笔余额录贷传输态状启关删废类种选项钓鱼远连线惯为为来从这样无后几复复极级优稳质矿贝莱玛马罗恒弥亲属职务导师请问负责监护与实发领给让里于吗么楼详确据过进迟审办报损偿际国区历历简体执异变读写许诺误谎赌赃软载适邻释钮银陆队随隐杂离难云页头显风飞驱湾场"

const PAIRS = new Map([...TRADITIONAL].map((one, i) => [one, [...SIMPLIFIED][i] ?? one]))
const ANY = new RegExp(`[${TRADITIONAL}]`, "g")

/** The text to look for words in, character by character as long as the given one. */
export function simplified(text: string): string {
    return text.replace(ANY, (one) => PAIRS.get(one) ?? one)
}
