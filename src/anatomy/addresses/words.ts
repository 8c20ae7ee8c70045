/**
 * Words of postal addresses by language. Words are in lower case, without dots and combining marks; `_` stands for a space.
 * The forms are those of the Universal Postal Union's country sheets (https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions)
 * and of the OpenStreetMap wiki's name pages (https://wiki.openstreetmap.org/wiki/Name_finder:Abbreviations).
 */
export interface AddressWords {
  /** Words for a street. */
  readonly street?: string
  /** Words that are a street only beside a house number: they are everyday words too. */
  readonly weakStreet?: string
  /** Ends of compound words that are a street. */
  readonly tail?: string
  /** Ends of compound words that are a street only beside a house number. */
  readonly weakTail?: string
  /** Beginnings of words in scripts that put no space after the street word. */
  readonly head?: string
  /** Post office boxes. */
  readonly box?: string
  /** Flat, floor, room, block: only with a number. */
  readonly unit?: string
  /** Wordings before a house or plot number. */
  readonly plot?: string
  /** Buildings, estates, campuses, villages: a place that mail can reach without a street. */
  readonly building?: string
  /** District, town, province. */
  readonly area?: string
  /** Labels of a postcode. */
  readonly postcode?: string
  /** True where the words are written in lower case inside an address. */
  readonly lower?: boolean
}

export const addressWords: Readonly<Record<string, AddressWords>> = {
  en: {
    street:
      'street st road rd avenue ave av lane ln boulevard blvd crescent cres quay embankment parkway pkwy highway hwy freeway expressway turnpike terrace alley mews broadway motorway byway roundabout esplanade promenade gardens grove',
    weakStreet:
      'way drive dr court ct close place pl square sq row walk hill circle cir gate green rise view line trail trl loop path bridge parade cross crossing circus causeway heights ridge route rte kingsway bypass vale strand field fields wynd brae glen mount reach spur bend approach arcade wharf plaza plz park common garth croft side island bank lea chase drove dene meadow meadows orchard head',
    box: 'po_box p_o_box post_office_box postal_box private_bag locked_bag gpo_box pobox post_box po_bag private_mail_bag pmb p_o',
    unit: 'unit units suite ste flat apartment apt floor fl room rm level shop office studio block bldg building tower phase bay plot lot wing warehouse workshop kiosk',
    plot: 'no nr number plot lot door house_no plot_no flat_no door_no survey_no',
    building:
      'house building bldg centre center mall plaza tower towers hotel farm mill barn wharf works campus estate village complex hospital museum library university college airport station arcade yard villa cottage lodge chambers embassy hostel palace cathedral buildings manor business_park industrial_estate industrial_park industrial_area industrial_zone business_centre business_center trading_estate retail_park science_park technology_park office_park enterprise_centre innovation_centre techpark midc gidc sez foundry brewery dairy vicarage rectory granary smithy market bazaar depot dockyard shipyard schoolhouse gatehouse farmhouse smallholding hangar annexe',
    area: 'district county province prefecture township borough state region governorate parish sector suburb municipality',
    postcode: 'zip postcode zipcode postal_code zip_code post_code pin pincode pin_code eircode'
  },
  fa: {
    street:
      'خیابان خیابون خ بلوار بولوار بزرگراه آزادراه اتوبان جاده کوچه میدان کوی بن‌بست بنبست گذر خیابون چهارراه سه‌راه سهراه سه‌راهی سهراهی چهارراهی کمربندی سرک',
    weakStreet: 'راسته بازار پل فلکه بازارچه چوک',
    box: 'صندوق_پستی صندوقپستی ص_پ صپ پست_بکس',
    unit: 'طبقه ط واحد اتاق سوله سالن غرفه بلوک فاز ورودی کیلومتر دفتر قطعه انبار حجره',
    plot: 'پلاک پ قطعه شماره نمره سوله ساختمان',
    building:
      'ساختمان برج مجتمع پاساژ شهرک پارک دانشگاه پژوهشگاه مرکز هتل کارخانه گاوداری مزرعه باغ روستای روستا تیمچه سرای سرا شهرک_صنعتی ناحیه_صنعتی منطقه_صنعتی قطب_صنعتی منطقه_آزاد منطقه_ویژه منطقه_ویژه_اقتصادی منطقه_اقتصادی شهرک_کارگاهی مجتمع_کارگاهی مجتمع_صنعتی پارک_علم پایانه فرودگاه بندر مجموعه کارگاه پردیس نبش روبه‌روی جنب روبروی روبه‌روی روبهروی مقابل پشت حدفاصل حد_فاصل بالاتر_از پایین‌تر_از پایین_تر_از بعد_از قبل_از نرسیده_به ضلع_شمالی ضلع_جنوبی ضلع_شرقی ضلع_غربی',
    area: 'استان شهر شهرستان بخش دهستان ناحیه منطقه محله ولایت ولسوالی',
    postcode: 'کدپستی کد_پستی ک_پ کپ پستی'
  },
  ar: {
    street: 'شارع الشارع بشارع ش طريق الطريق جادة ميدان زقاق نهج زنقة كورنيش ساحة دوار سكة درب ممر شارعي',
    weakStreet: 'جسر حارة تقاطع محج',
    box: 'ص_ب صب صندوق_بريد صندوق_البريد صندوق_بريدي ص_ب_رقم',
    unit: 'طابق الطابق الدور دور مكتب مكاتب شقة غرفة مبنى بناية برج عمارة فيلا محل مستودع قطعة بلوك مجمع منزل وحدة معرض',
    plot: 'رقم عمارة منزل قطعة مبنى بناية فيلا عدد',
    building:
      'مبنى بناية برج عمارة مجمع مركز فندق حي منطقة المنطقة ضاحية قرية مول سوق مطار ميناء مستشفى جامعة مصنع عمارات المدينة_الصناعية المنطقة_الصناعية المنطقة_الحرة',
    area: 'محافظة مدينة ولاية إمارة قضاء ناحية إقليم',
    postcode: 'الرمز_البريدي رمز_بريدي الرمز'
  },
  he: {
    street: 'רחוב רח ברחוב שדרות שד שדרת דרך בדרך סמטת סמטה כיכר שביל משעול',
    weakStreet: 'טיילת מעלה',
    box: 'תד ת_ד תא_דואר',
    unit: 'קומה דירה כניסה חדר משרד בניין אולם מבנה',
    plot: 'מס מספר בית מבנה משק מגרש נחלה',
    building:
      'אזור_תעשייה אזור_התעשייה באזור_התעשייה איזור_תעשייה בניין מגדל מגדלי קניון מלון קיבוץ מושב פארק מתחם בית כפר קריית קרית דנ ד_נ',
    area: 'שכונת מחוז עיר',
    postcode: 'מיקוד'
  },
  ur: {
    street: 'سڑک روڈ گلی شاہراہ بازار سٹریٹ',
    box: 'پوسٹ_بکس پی_او_بکس',
    unit: 'منزل کمرہ دکان فلیٹ',
    plot: 'مکان_نمبر پلاٹ_نمبر نمبر پلاٹ',
    building: 'پلازہ عمارت ٹاور سنٹر',
    area: 'ضلع تحصیل شہر سیکٹر بلاک'
  },
  de: {
    street: 'straße strasse str gasse allee chaussee promenade damm ufer',
    weakStreet: 'weg platz ring markt hof steig stieg graben kai wall berg zeile',
    tail: 'straße strasse str gasse chaussee',
    weakTail:
      'weg platz allee ring damm ufer markt steig stieg graben wall hof kai zeile brücke berg wiese park tor pfad anger feld garten',
    box: 'postfach pf',
    unit: 'haus gebäude etage stock og eg stiege top tür halle raum aufgang',
    plot: 'nr hausnummer',
    building:
      'gewerbegebiet industriegebiet gewerbepark technologiepark industriepark technopark gewerbehof bürohaus haus schloss gut hof gewerbestraße industriepark',
    area: 'landkreis kreis kanton bezirk ot ortsteil',
    postcode: 'plz'
  },
  nl: {
    street: 'straat laan plein gracht kade steeg weg singel dreef dijk',
    tail: 'straat gracht kade steeg laan plein singel dreef dijk straatje',
    weakTail: 'weg baan hof pad park burg haven kwartier markt wal zijde erf hout',
    box: 'postbus',
    unit: 'verdieping bus etage hal gebouw',
    building: 'bedrijventerrein bedrijvenpark industrieterrein gebouw',
    area: 'gemeente provincie'
  },
  fr: {
    street:
      'rue avenue av boulevard bd bld bvd impasse allée allées chemin quai chaussée ruelle sentier venelle esplanade rond-point promenade faubourg fbg lotissement traverse',
    weakStreet:
      'place pl cours route rte square passage cité montée voie villa côte galerie rocade rampe mail rn rt rd cour',
    box: 'bp cs boîte_postale tsa b_p case_postale',
    unit: 'bâtiment bât bat étage appt appartement escalier esc porte bureau local lot immeuble entrée hall',
    plot: 'no numéro',
    building:
      'za zi zac zae zone_artisanale zone_industrielle zone_franche zone_d zone_commerciale parc_d parc_technologique immeuble résidence tour centre lieu-dit lieudit hameau ferme domaine château moulin technopole pépinière',
    area: 'cedex canton commune arrondissement quartier',
    postcode: 'cp',
    lower: true
  },
  es: {
    street:
      'calle avenida avda avd paseo carretera ctra callejón camino carrera cra kra cr jirón jr glorieta ronda rambla travesía calzada autopista autovía bulevar malecón pasaje c/ calleja calleja alameda plazuela cl crta vereda',
    weakStreet: 'plaza pza pz vía diagonal transversal cuesta av rotonda costanera pje prolongación privada circuito',
    box: 'apartado_postal apartado_de apartado aptdo apdo casilla casilla_postal casilla_de',
    unit: 'piso planta puerta local oficina ofic bloque depto departamento interior int nave edificio torre portal escalera bodega manzana mz lote lt parcela parc edif',
    plot: 'nº núm num no km s/n',
    building:
      'polígono polígono_industrial pol_ind parque_industrial parque_tecnológico zona_industrial zona_franca edificio urbanización urb centro colonia col barrio residencial fraccionamiento finca torre centro_comercial hacienda nave rancho',
    area: 'provincia municipio departamento estado delegación alcaldía comuna distrito región fracc urbaniz',
    postcode: 'cp código_postal c_p',
    lower: true
  },
  ca: {
    street: 'carrer avinguda passeig plaça carretera camí rambla ronda travessera',
    weakStreet: 'via',
    unit: 'pis planta',
    building: 'polígon',
    lower: true
  },
  eu: {street: 'kalea etorbidea plaza hiribidea bidea', tail: 'kalea', lower: true},
  gl: {street: 'rúa praza estrada avenida', lower: true},
  pt: {
    street:
      'rua avenida av travessa tv trav praça estrada rodovia alameda calçada beco ladeira r azinhaga rod servidão',
    weakStreet: 'largo quadra viela praceta via',
    box: 'caixa_postal apartado cx_postal',
    unit: 'andar sala loja bloco apto apartamento conjunto cj galpão fração bl quadra lote esq dto armazém pavilhão',
    plot: 'nº número lote km s/n',
    building:
      'condomínio edifício edif zona_industrial parque_industrial distrito_industrial parque_empresarial bairro vila quinta shopping jardim lugar',
    area: 'freguesia concelho distrito município estado cidade',
    postcode: 'cep',
    lower: true
  },
  it: {
    street:
      'viale vle piazza pzza pza corso cso vicolo contrada cda lungomare piazzale ple borgo salita località loc strada frazione fraz lungotevere circonvallazione traversa vico calata fondamenta',
    weakStreet: 'via largo rione campo',
    box: 'casella_postale cp c_p',
    unit: 'piano scala interno int palazzina palazzo capannone edificio sc',
    plot: 'n nr snc',
    building: 'zona_industriale zi zona_artigianale zona_ind area_industriale centro palazzo cascina frazione podere',
    area: 'provincia comune',
    postcode: 'cap',
    lower: true
  },
  ro: {
    street:
      'strada str bulevardul bulevard bd bdul b-dul calea șoseaua sos șos aleea piața piata intrarea splaiul drumul prelungirea fundătura stradela',
    box: 'cp op_cp căsuța_poștală',
    unit: 'bl bloc sc scara et etaj ap apartament sector cam corp hala',
    plot: 'nr numărul',
    building: 'parc_industrial zona_industrială sat comuna com',
    area: 'jud județ județul sector sectorul municipiul oraș',
    lower: true
  },
  sq: {
    street: 'rruga rr bulevardi blvd sheshi lagjja lagja',
    unit: 'kati hyrja',
    plot: 'nr',
    building: 'pallati ndërtesa',
    lower: true
  },
  mt: {street: 'triq misraħ sqaq vjal wesgħa pjazza', plot: 'nru', lower: true},
  sv: {
    street: 'gata gatan väg vägen gränd torg stig',
    tail: 'gatan vägen gata gränd torget torg stigen',
    weakTail: 'väg plan backen leden kajen platsen allén stig gården',
    box: 'box postbox',
    unit: 'våning vån tr lgh uppgång',
    building: 'industriområde företagspark'
  },
  no: {
    street: 'gate gata gt vei veien vegen plass allé',
    tail: 'gata gaten veien vegen gate',
    weakTail: 'vei veg plass plassen kaia torg torget bakken brygge stien alle svingen',
    box: 'postboks pb pboks',
    unit: 'etasje leilighet inngang',
    building: 'industriområde næringspark'
  },
  da: {
    street: 'gade vej allé plads stræde vænge boulevard',
    tail: 'gade gaden vej vejen stræde',
    weakTail: 'allé plads torv vænget vænge parken alle bakken toften gårde kaj krogen',
    box: 'postboks',
    unit: 'sal tv th etage',
    building: 'erhvervspark industripark'
  },
  fi: {
    street: 'katu tie kuja polku bulevardi',
    tail: 'katu kuja polku kaari väylä esplanadi',
    weakTail: 'tie ranta tori kaari puisto rinne aukio raitti penger',
    box: 'pl',
    unit: 'krs as porras huone rappu',
    building: 'teollisuusalue yrityspuisto'
  },
  is: {
    tail: 'gata stígur vegur braut stræti gøta gøtu vegurin',
    weakTail: 'torg tún holt slóð gerði',
    box: 'pósthólf postsmoga',
    unit: 'hæð'
  },
  et: {
    street: 'tänav tn maantee mnt puiestee pst allee väljak põik',
    weakStreet: 'tee',
    box: 'postkast pk',
    unit: 'korrus korter',
    building: 'talu küla tööstuspark',
    area: 'vald maakond',
    lower: true
  },
  lv: {
    street: 'iela bulvāris bulv prospekts gatve šoseja laukums dambis aleja krastmala ceļš',
    box: 'abonenta_kaste a/k',
    unit: 'dzīvoklis dz stāvs korpuss',
    building: 'pagasts',
    area: 'novads',
    lower: true
  },
  lt: {
    street: 'gatvė g gatve prospektas pr alėja al plentas pl skersgatvis aikštė',
    box: 'a/d pašto_dėžutė',
    unit: 'butas aukštas korpusas',
    building: 'kaimas km',
    area: 'raj rajonas sav',
    lower: true
  },
  pl: {
    street: 'ulica ul ulicy aleja aleje al plac pl osiedle os rondo skwer bulwar trakt szosa',
    weakStreet: 'rynek droga',
    box: 'skrytka_pocztowa skr_poczt skr skrytka',
    unit: 'lokal lok piętro mieszkanie pokój hala budynek bud klatka lok',
    plot: 'nr',
    building: 'budynek strefa_przemysłowa park_przemysłowy specjalna_strefa wieś biurowiec',
    area: 'gmina powiat województwo woj dzielnica',
    lower: true
  },
  cs_sk: {
    street: 'ulice ul ulica náměstí nám námestie třída tř trieda nábřeží nábr nábrežie cesta sady',
    box: 'poštovní_přihrádka poštová_schránka p_p',
    unit: 'patro poschodie byt blok hala',
    plot: 'čp č čís č_p',
    building: 'areál průmyslová_zóna priemyselný_park sídliště obec',
    area: 'okres kraj',
    postcode: 'psč',
    lower: true
  },
  sl_hr_sr: {
    street: 'ulica ul trg cesta bulevar bul avenija put šetalište obala nabrežje aleja prilaz sokak trga',
    weakStreet: 'obala',
    box: 'poštanski_pretinac poštanski_fah pp p_p poštni_predal',
    unit: 'sprat kat stan lokal ulaz nadstropje',
    plot: 'br broj bb',
    building: 'industrijska_zona naselje selo poslovni_centar',
    area: 'općina opština općine',
    lower: true
  },
  hu: {
    street: 'utca u út útja tér tere körút krt sétány sor köz fasor rakpart sugárút dűlő liget lépcső',
    tail: 'utca körút',
    box: 'postafiók pf',
    unit: 'emelet em ajtó épület ép lph fszt földszint',
    plot: 'hrsz',
    building: 'ipari_park tanya telep ipartelep',
    area: 'kerület ker megye',
    postcode: 'irsz',
    lower: true
  },
  tr: {
    street:
      'cadde caddesi cad cd sokak sokağı sok sk bulvarı bulvar blv bul mahallesi mah mh yolu meydanı çıkmazı küme',
    box: 'posta_kutusu pk p_k',
    unit: 'kat daire d blok apt apartmanı iç ofis plaza dükkan',
    plot: 'no kapı_no',
    building:
      'organize_sanayi osb sanayi_sitesi sanayi plaza iş_merkezi sitesi köyü han apartmanı serbest_bölge iş_hanı mahallesi',
    area: 'ilçesi ili merkez',
    lower: true
  },
  az_tk_uz: {
    street:
      'küçəsi küç küçə prospekti kocesi köçesi şaýoly ko‘chasi kochasi kochasi shoh_kochasi kuchasi küçesi xiyaboni xiyabani küçasi',
    plot: 'uy bina',
    building: 'mavzesi massivi mahalla mahallasi',
    area: 'tumani rayonu viloyati',
    lower: true
  },
  el: {
    street: 'οδός οδος λεωφόρος λεωφ λ πλατεία πλ λεωφορος πάροδος οδού',
    weakStreet: 'εθνική_οδός χλμ χλμ',
    box: 'τ_θ τθ ταχ_θυρίδα',
    unit: 'όροφος ορ διαμέρισμα γραφείο κτίριο',
    plot: 'αρ αριθμός',
    building: 'βι_πε βιπε βιομηχανική_περιοχή κτίριο',
    postcode: 'τκ τ_κ',
    lower: true
  },
  el_latin: {street: 'odos leoforos leof plateia agiou agias leoforou', box: 't_th', postcode: 'tk', lower: true},
  ru: {
    street:
      'улица ул проспект просп пр-т пр-кт пркт прт переулок пер шоссе ш набережная наб бульвар б-р площадь пл проезд пр-д тупик аллея линия тракт микрорайон мкр квартал',
    weakStreet: 'пр',
    box: 'а/я абонентский_ящик а_я',
    unit: 'квартира кв офис оф этаж корпус корп строение стр помещение пом подъезд комната ком литера лит цех секция',
    plot: 'дом д владение вл участок уч',
    building: 'бц тц промзона технопарк поселок посёлок пос деревня дер село посёлка снт бизнес-центр',
    area: 'область обл край район р-н рн республика респ г гор город округ',
    lower: true
  },
  uk: {
    street: 'вулиця вул вулиці проспект просп провулок пров площа узвіз набережна шосе майдан бульвар',
    box: 'а/с',
    unit: 'квартира офіс поверх корпус',
    plot: 'буд будинок',
    building: 'смт село селище',
    area: 'область обл район м місто',
    lower: true
  },
  uk_latin: {
    street:
      'vul vulytsia vulytsya prosp prospekt provulok bulvar ulitsa ulitsa pereulok shosse naberezhnaya nab naberezhnaja prospect',
    unit: 'kv korp',
    plot: 'bud dom',
    area: 'oblast raion rayon',
    lower: true
  },
  be: {street: 'вуліца вул праспект пр-т завулак', plot: 'дом д', lower: true},
  bg: {
    street: 'улица ул булевард бул площад пл жк ж_к',
    box: 'пк п_к',
    unit: 'ет етаж ап вх вход бл блок',
    plot: 'номер',
    building: 'индустриална_зона кв село',
    area: 'община гр обл',
    lower: true
  },
  sr_cyrl: {street: 'улица ул булевар бул трг пут кеј', unit: 'спрат стан улаз', plot: 'бр број', lower: true},
  kk_ky_mn: {
    street: 'көшесі көш даңғылы көчөсү гудамж өргөн_чөлөө хороо',
    plot: 'үй байр',
    unit: 'пәтер тоот давхар',
    area: 'дүүрэг ауданы хороо',
    lower: true
  },
  ka: {street: 'ქუჩა ქ გამზირი გამზ ხეივანი მოედანი შესახვევი', unit: 'ბინა სართული', plot: 'კორპუსი'},
  hy: {street: 'փողոց փ պողոտա խճուղի նրբանցք', unit: 'բնակարան բն', plot: 'շենք տուն', lower: true},
  sw_so: {street: 'mtaa barabara', box: 's_l_p slp sanduku_la', building: 'kijiji', lower: true},
  mg_dv: {street: 'làlana lalana magu lam goalhi', lower: true},
  id_ms: {
    street: 'jalan jl jln lorong persiaran lebuh lebuhraya gang gg kampung kampong taman',
    box: 'kotak_pos peti_surat',
    unit: 'lantai lt tingkat blok ruko rukan kavling kav rt rw gedung aras',
    plot: 'no nomor km kav',
    building: 'gedung menara wisma kompleks kawasan_industri kawasan_perindustrian kawasan desa dusun graha plaza',
    area: 'kecamatan kec kelurahan kabupaten kab kota provinsi'
  },
  ph: {street: 'kalye', building: 'barangay brgy subdivision subd sitio purok'},
  vi: {
    street: 'đường phố ngõ ngách hẻm duong ngo đại_lộ quốc_lộ',
    box: 'hòm_thư',
    unit: 'tầng phòng lầu lô tòa',
    plot: 'số so lô',
    building: 'ward commune district hamlet khu_công_nghiệp kcn tòa_nhà thôn ấp khu_phố',
    area: 'quận huyện phường xã tỉnh tp thành_phố'
  },
  in_latin: {
    street: 'marg salai gali chowk veedhi sarani path rasta nagar',
    unit: 'gala sector phase block floor',
    plot: 'khasra sy gat s_no',
    building:
      'opp opposite near behind nagar colony chowk bazaar bazar taluka tehsil vill bhavan bhawan layout enclave vihar complex society apartments chambers nivas',
    area: 'dist district taluk tal mandal thana upazila'
  },
  hi: {
    street: 'मार्ग सड़क रोड गली पथ स्ट्रीट चौक',
    box: 'पोस्ट_बॉक्स',
    unit: 'मंजिल तल फ्लैट सेक्टर',
    plot: 'नंबर प्लॉट मकान_नंबर',
    building: 'नगर कॉलोनी भवन विहार औद्योगिक_क्षेत्र',
    area: 'जिला तहसील',
    postcode: 'पिन'
  },
  bn: {
    street: 'সড়ক সড়ক রোড লেন এভিনিউ স্ট্রিট সরণি',
    unit: 'তলা ফ্ল্যাট সেক্টর',
    plot: 'বাড়ি বাড়ি বাসা প্লট',
    building: 'ভবন নগর গ্রাম',
    area: 'জেলা থানা উপজেলা'
  },
  ta_te: {street: 'தெரு சாலை வீதி రోడ్ వీధి రోడ్డు', plot: 'எண்', building: 'நகர் నగర్'},
  th: {
    head: 'ถนน ซอย ตรอก',
    box: 'ตู้_ปณ',
    unit: 'ชั้น ห้อง อาคาร',
    plot: 'เลขที่ หมู่ หมู่ที่ บ้านเลขที่',
    building: 'อาคาร หมู่บ้าน นิคมอุตสาหกรรม',
    area: 'แขวง เขต ตำบล อำเภอ จังหวัด',
    postcode: 'รหัสไปรษณีย์'
  },
  ko_latin: {tail: '-ro -gil -daero -dong -ga', area: 'gu si'},
  ja_latin: {tail: '-chome -cho -machi -ku -dori', building: 'biru', area: 'ku'},
  zh_latin: {street: 'lu jie dadao hutong', tail: 'lu', unit: 'hao lou', lower: false},
  am_et: {street: 'መንገድ ጎዳና', box: 'ፖ_ሳ_ቁ', plot: 'ቁጥር', area: 'ክፍለ ወረዳ'}
}
