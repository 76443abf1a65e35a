package org.riskmap.demo;

/** Fictional Chinese names from syllables (each once in its list); a name of a level is given once only. */
final class Names {

    private static final String COUNTY_FIRST = "云泠霁岫翎砚蘅岚樾苕昙筠漪珩浔岑蔺沅绫筱";
    private static final String COUNTY_LAST = "岚川濑陵泽渚垣峤原汀岑沚阙屏墟";
    private static final String TOWN_FIRST = "霁岫泠濑篁樾翎磬砚琅蘅苕昙筠漪珩浔岑蔺沅绫筱葭芷荻菡莳萩榆槿桫椤枫梓榛栎楠杉檀";
    private static final String TOWN_LAST = "溪阳峰洋垟安泉石岩桥坑源川畈浦潭渡墩湾坪";
    private static final String RIVER_LAST = "清泠碧沅漪玉锦澜沁渌洛汶潇淳";
    private static final String FIRST = "青白碧翠丹朱金银玉石龙凤鹤鹿马牛虎羊燕雁莺鹭竹松柏枫梅兰桂桃李杏梨樟桐杉茶稻禾豆麻桑棠莲荷菱葛藤薇"
            + "云雾霞雪霜露风雷日月星晴春秋东南西北上下左右前后内外大小长高深清寒暖平福寿禄吉祥和顺安宁永泰兴旺隆昌新古仙道佛观钟鼓琴书笔砚剑弓"
            + "三五六七八九双百千万";
    private static final String LAST = "溪坑垟洋岙坪排寮岭垅源峰山湾坳岩潭桥坂墩畈坞岗坝塘浦渡滩洲岸峡谷泉涧井池堰堤圩埠墟场田园林丘垄尖背脚头尾边底口门楼亭";
    private static final String SURNAMES =
            "林陈李吴周郑黄叶徐胡夏潘董包曾雷蓝钟翁卢毛赖温季苏施谢章许方何余汤邱柳江蔡高梁魏范彭廖邓萧罗侯邵汪戴" + "薛万钱尹黎易常武乔贺龚文庞樊兰殷陶洪翟安颜倪严牛伍阎俞鲁韦葛游盛童欧凌项祝涂";
    private static final String PLACES_OF_FAMILIES = "坳垟岙坑墩坪山湾畈坞岗塘桥园井堂店庄坂寮边";
    private static final String PREFIXES = "上下里外前后东西";
    private static final String CORNERS = "头尾底边上下内外";

    private final long seed;

    Names(long seed) {
        this.seed = seed;
    }

    /** County k's name; the first one's is the same for every seed. */
    String county(int k) {
        int last = COUNTY_LAST.length();
        int first = COUNTY_FIRST.length();
        return "" + COUNTY_FIRST.charAt(k % first) + COUNTY_LAST.charAt((k / first + k) % last) + "县";
    }

    /** Two syllables for township k, without its ending. */
    String township(int k) {
        return pair(TOWN_FIRST, TOWN_LAST, shuffled(k, TOWN_FIRST.length() * TOWN_LAST.length(), "township"));
    }

    /** Two or three syllables for village k, without its ending. */
    String village(int k) {
        int pairs = FIRST.length() * LAST.length();
        int families = SURNAMES.length() * PLACES_OF_FAMILIES.length();
        int kind = k % 10;
        int nth = k / 10;
        if (kind < 6 && nth * 6 + kind < pairs) {
            return pair(FIRST, LAST, shuffled(nth * 6 + kind, pairs, "village"));
        }
        if ((kind == 6 || kind == 7) && nth * 2 + kind - 6 < families) {
            return family(shuffled(nth * 2 + kind - 6, families, "family"));
        }
        int prefixed = shuffled(k, pairs * PREFIXES.length(), "prefixed");
        return PREFIXES.charAt(prefixed % PREFIXES.length()) + pair(FIRST, LAST, prefixed / PREFIXES.length());
    }

    /** A natural village's name; may come again elsewhere, as such names do. */
    String hamlet(Dice dice) {
        if (dice.chance(0.45)) {
            return family(dice.whole(SURNAMES.length() * PLACES_OF_FAMILIES.length()));
        }
        String pair = pair(FIRST, LAST, dice.whole(FIRST.length() * LAST.length()));
        return dice.chance(0.3) ? pair + CORNERS.charAt(dice.whole(CORNERS.length())) : pair;
    }

    /** A name for a work or a shop, without its ending. */
    String pair(Dice dice) {
        return pair(TOWN_FIRST, TOWN_LAST, dice.whole(TOWN_FIRST.length() * TOWN_LAST.length()));
    }

    /** A name for a river, without its ending. */
    String river(Dice dice) {
        return pair(TOWN_FIRST, RIVER_LAST, dice.whole(TOWN_FIRST.length() * RIVER_LAST.length()));
    }

    /** One syllable. */
    String syllable(Dice dice) {
        return String.valueOf(FIRST.charAt(dice.whole(FIRST.length())));
    }

    private static String family(int k) {
        return SURNAMES.charAt(k / PLACES_OF_FAMILIES.length())
                + "家"
                + PLACES_OF_FAMILIES.charAt(k % PLACES_OF_FAMILIES.length());
    }

    private static String pair(String first, String last, int k) {
        return "" + first.charAt(k / last.length()) + last.charAt(k % last.length());
    }

    /** The k-th number of a fixed random order of 0 to {@code count} - 1: a step that has no divisor in common with it. */
    private int shuffled(int k, int count, String purpose) {
        Dice dice = Dice.of(seed, purpose);
        int offset = dice.whole(count);
        int step = count / 3 + dice.whole(count / 3);
        while (greatestDivisor(step, count) != 1) {
            step++;
        }
        return (int) ((offset + (long) step * k) % count);
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }
}
