"""What the characters of Word's fonts of signs look like, from the code 0x21 on, a space where none is."""

from __future__ import annotations


def _table(signs: str, start: int = 0x21) -> dict[int, str]:
    return {start + nth: sign for nth, sign in enumerate(signs) if sign != " "}


# Adobe's Symbol encoding, which the font of this name has.
SYMBOL = _table(
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
) | _table(
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
    0xA0,
)  # fmt: skip

# Where there is a choice, the sign that GB/T 2312 and so every Chinese font has.
WINGDINGS = _table(
    "✏✂✁👓🕭🕮🕯☎✆✉🖃📪📫📬📭"  # 21
    "📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍"  # 30
    "🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠⚐"  # 40
    "⚑✈☼💧❄✞✞✝✠✡☪☯ॐ☸♈♉"  # 50
    "♊♋♌♍♎♏♐♑♒♓&&●○■□"  # 60
    "□□□◆◆◆◆◆⌧⮹⌘❀✿❝❞ "  # 70
    "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹"  # 80
    "❺❻❼❽❾❿❧☙☙❧❧☙☙❧·•"  # 90
    "▪○○◉◉◎○■□▲✦★✶✴✹✵"  # A0
    "⊕⌖⟡⌑◇✪☆🕐🕑🕒🕓🕔🕕🕖🕗🕘"  # B0
    "🕙🕚🕛↲↳↰↱↴↵↶↷❧☙❧☙❧"  # C0
    "☙❧☙❧☙⌫⌦◁➢△▽←→↑↓←"  # D0
    "→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦"  # E0
    "⇨⇧⇩⇔⇕⇖⇗⇙⇘▭▫×√☒☑"  # F0
)

WINGDINGS_2 = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x56: "⊗", 0x57: "⊗",
    0x96: "•", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○", 0x9E: "⊙", 0x9F: "▪", 0xA0: "■", 0xA1: "■",
    0xA2: "□", 0xA3: "□", 0xA4: "□", 0xAA: "◆", 0xAE: "◆", 0xAF: "◇", 0xEA: "★", 0xF2: "※",
    **_table("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x69),
}  # fmt: skip

WINGDINGS_3 = {
    0x21: "←", 0x22: "→", 0x23: "↑", 0x24: "↓", 0x25: "↖", 0x26: "↗", 0x27: "↙", 0x28: "↘",
    0x31: "↔", 0x32: "↕", 0x70: "▲", 0x71: "▼", 0x72: "△", 0x73: "▽", 0x74: "◀", 0x75: "▶",
    0x76: "◁", 0x77: "▷", 0x7D: "▶", 0x7C: "◀", 0x7E: "▲", 0x80: "▼",
}  # fmt: skip

WEBDINGS = {
    0x3D: "ⓘ", 0x61: "√", 0x67: "■", 0x63: "□", 0x6E: "●", 0x72: "×", 0x73: "?", 0x69: "ⓘ",
    0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x59: "♥", 0xC8: "☎", 0x97: "●",
}  # fmt: skip
