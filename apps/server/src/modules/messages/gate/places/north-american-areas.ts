/**
 * Geographic area codes of +1 in the United States and Canada, with the time zones of their places; two zones where an area
 * lies in both. The Caribbean and the territories are countries of their own. Source: North American Numbering Plan, as
 * libphonenumber 1.13.16 has it (2026-11), which a test compares.
 */
interface AreaGroup {
  readonly country: 'US' | 'CA';
  readonly zones: readonly string[];
  readonly areas: string;
}

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

export const northAmericanAreas: readonly AreaGroup[] = [
  {
    country: 'US',
    zones: [eastern],
    areas: `201 202 203 207 212 215 216 220 223 227 229 231 234 239 240 248 252 260 267 269 272 276 283 301 302 304
      305 313 315 317 321 324 326 329 330 332 336 339 347 351 352 363 380 386 401 404 407 410 412 413 419 423 434 440 443
      445 463 470 472 475 478 484 502 508 513 516 517 518 540 551 561 567 570 571 582 585 586 603 606 607 609 610 614 616
      617 631 640 645 646 656 667 678 680 681 686 689 703 704 706 716 717 718 724 727 728 732 734 740 743 754 757 762 765
      770 771 772 774 781 786 802 803 804 810 813 814 821 826 828 835 838 839 843 845 848 854 856 857 859 860 862 863 864
      865 878 904 908 910 912 914 917 919 929 934 937 941 943 947 948 954 959 973 978 980 984 989`,
  },
  {
    country: 'US',
    zones: [central],
    areas: `205 210 214 217 218 219 224 225 228 235 251 254 256 262 274 281 309 312 314 316 318 319 320 325 327 331 334 337
      346 353 361 402 405 409 414 417 430 432 447 464 469 479 501 504 507 512 515 531 534 539 557 563 572 573 580 601 608
      612 615 618 629 630 636 641 651 659 660 662 682 708 712 713 715 726 730 731 737 763 769 773 779 806 815 816 817 830
      832 847 870 872 901 903 913 918 920 931 936 938 940 945 952 956 972 975 979 985`,
  },
  { country: 'US', zones: [eastern, central], areas: '270 364 448 574 812 850 906 930' },
  { country: 'US', zones: [mountain], areas: '303 307 385 406 435 505 575 719 720 748 801 915 970 983' },
  { country: 'US', zones: [central, mountain], areas: '308 605 620 701 785' },
  { country: 'US', zones: ['America/Phoenix'], areas: '480 520 602 623' },
  { country: 'US', zones: ['America/Phoenix', mountain], areas: '928' },
  {
    country: 'US',
    zones: [pacific],
    areas: `206 209 213 253 279 310 323 341 350 360 369 408 415 424 425 442 503 509 510 530 559 562 564 619 626 628 650 657
      661 669 702 707 714 725 738 747 760 775 805 818 820 831 840 858 909 916 925 949 951 971`,
  },
  { country: 'US', zones: [mountain, pacific], areas: '208 458 541 986' },
  { country: 'US', zones: ['America/Anchorage', 'America/Adak'], areas: '907' },
  { country: 'US', zones: ['Pacific/Honolulu'], areas: '808' },
  {
    country: 'CA',
    zones: ['America/Toronto'],
    areas: `226 249 263 273 289 343 354 365 367 382 416 418 437 438 450 468 514 519 548 579 581 613 647 683 705 742 753 819 873
      905 942`,
  },
  { country: 'CA', zones: ['America/Toronto', 'America/Winnipeg'], areas: '807' },
  { country: 'CA', zones: ['America/Winnipeg'], areas: '204 431 584' },
  { country: 'CA', zones: ['America/Regina'], areas: '306 474 639' },
  { country: 'CA', zones: ['America/Edmonton'], areas: '368 403 587 780 825' },
  { country: 'CA', zones: ['America/Vancouver', 'America/Edmonton'], areas: '236 250 257 672 778' },
  { country: 'CA', zones: ['America/Vancouver'], areas: '604' },
  { country: 'CA', zones: ['America/Halifax'], areas: '428 506 782 902' },
  { country: 'CA', zones: ['America/St_Johns', 'America/Halifax'], areas: '709 879' },
  {
    country: 'CA',
    zones: ['America/Whitehorse', 'America/Edmonton', 'America/Winnipeg', 'America/Toronto'],
    areas: '867',
  },
];

/** Where an area is not known: anywhere between the coasts. */
export const zonesOfUnknownArea: readonly string[] = [eastern, central, mountain, pacific];
