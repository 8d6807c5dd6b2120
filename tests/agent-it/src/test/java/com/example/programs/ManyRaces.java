package com.example.programs;

/** Races on many fields and arrays, each at a place of its own, and a field that never races. */
public final class ManyRaces implements Runnable {
  private int field0;
  private int field1;
  private int field2;
  private int field3;
  private int field4;
  private int field5;
  private int field6;
  private int field7;
  private int field8;
  private int field9;
  private int field10;
  private int field11;
  private int field12;
  private int field13;
  private int field14;
  private int field15;
  private int field16;
  private int field17;
  private int field18;
  private int field19;
  private int field20;
  private int field21;
  private int field22;
  private int field23;
  private int field24;
  private int field25;
  private int field26;
  private int field27;
  private int field28;
  private int field29;
  private int field30;
  private int field31;
  private int field32;
  private int field33;
  private int field34;
  private int field35;
  private int field36;
  private int field37;
  private int field38;
  private int field39;
  private int field40;
  private int field41;
  private int field42;
  private int field43;
  private int field44;
  private int field45;
  private int field46;
  private int field47;
  private int field48;
  private int field49;
  private final int[][] arrays = new int[50][];
  private int guarded;

  /** Prints how many there are. */
  public static void main(String[] args) throws InterruptedException {
    ManyRaces races = new ManyRaces();
    for (int i = 0; i < races.arrays.length; i++) {
      races.arrays[i] = new int[i + 1];
    }
    Thread other = new Thread(races);
    other.start();
    races.run();
    other.join();
    System.out.println(100 + " " + races.guarded);
  }

  @Override
  public void run() {
    fields();
    elements(arrays);
    synchronized (arrays) {
      guarded++;
    }
  }

  private void fields() {
    field0 = 1;
    field1 = 1;
    field2 = 1;
    field3 = 1;
    field4 = 1;
    field5 = 1;
    field6 = 1;
    field7 = 1;
    field8 = 1;
    field9 = 1;
    field10 = 1;
    field11 = 1;
    field12 = 1;
    field13 = 1;
    field14 = 1;
    field15 = 1;
    field16 = 1;
    field17 = 1;
    field18 = 1;
    field19 = 1;
    field20 = 1;
    field21 = 1;
    field22 = 1;
    field23 = 1;
    field24 = 1;
    field25 = 1;
    field26 = 1;
    field27 = 1;
    field28 = 1;
    field29 = 1;
    field30 = 1;
    field31 = 1;
    field32 = 1;
    field33 = 1;
    field34 = 1;
    field35 = 1;
    field36 = 1;
    field37 = 1;
    field38 = 1;
    field39 = 1;
    field40 = 1;
    field41 = 1;
    field42 = 1;
    field43 = 1;
    field44 = 1;
    field45 = 1;
    field46 = 1;
    field47 = 1;
    field48 = 1;
    field49 = 1;
  }

  private static void elements(int[][] all) {
    element0(all[0]);
    element1(all[1]);
    element2(all[2]);
    element3(all[3]);
    element4(all[4]);
    element5(all[5]);
    element6(all[6]);
    element7(all[7]);
    element8(all[8]);
    element9(all[9]);
    element10(all[10]);
    element11(all[11]);
    element12(all[12]);
    element13(all[13]);
    element14(all[14]);
    element15(all[15]);
    element16(all[16]);
    element17(all[17]);
    element18(all[18]);
    element19(all[19]);
    element20(all[20]);
    element21(all[21]);
    element22(all[22]);
    element23(all[23]);
    element24(all[24]);
    element25(all[25]);
    element26(all[26]);
    element27(all[27]);
    element28(all[28]);
    element29(all[29]);
    element30(all[30]);
    element31(all[31]);
    element32(all[32]);
    element33(all[33]);
    element34(all[34]);
    element35(all[35]);
    element36(all[36]);
    element37(all[37]);
    element38(all[38]);
    element39(all[39]);
    element40(all[40]);
    element41(all[41]);
    element42(all[42]);
    element43(all[43]);
    element44(all[44]);
    element45(all[45]);
    element46(all[46]);
    element47(all[47]);
    element48(all[48]);
    element49(all[49]);
  }

  private static void element0(int[] array) {
    array[0] = 1;
  }

  private static void element1(int[] array) {
    array[0] = 1;
  }

  private static void element2(int[] array) {
    array[0] = 1;
  }

  private static void element3(int[] array) {
    array[0] = 1;
  }

  private static void element4(int[] array) {
    array[0] = 1;
  }

  private static void element5(int[] array) {
    array[0] = 1;
  }

  private static void element6(int[] array) {
    array[0] = 1;
  }

  private static void element7(int[] array) {
    array[0] = 1;
  }

  private static void element8(int[] array) {
    array[0] = 1;
  }

  private static void element9(int[] array) {
    array[0] = 1;
  }

  private static void element10(int[] array) {
    array[0] = 1;
  }

  private static void element11(int[] array) {
    array[0] = 1;
  }

  private static void element12(int[] array) {
    array[0] = 1;
  }

  private static void element13(int[] array) {
    array[0] = 1;
  }

  private static void element14(int[] array) {
    array[0] = 1;
  }

  private static void element15(int[] array) {
    array[0] = 1;
  }

  private static void element16(int[] array) {
    array[0] = 1;
  }

  private static void element17(int[] array) {
    array[0] = 1;
  }

  private static void element18(int[] array) {
    array[0] = 1;
  }

  private static void element19(int[] array) {
    array[0] = 1;
  }

  private static void element20(int[] array) {
    array[0] = 1;
  }

  private static void element21(int[] array) {
    array[0] = 1;
  }

  private static void element22(int[] array) {
    array[0] = 1;
  }

  private static void element23(int[] array) {
    array[0] = 1;
  }

  private static void element24(int[] array) {
    array[0] = 1;
  }

  private static void element25(int[] array) {
    array[0] = 1;
  }

  private static void element26(int[] array) {
    array[0] = 1;
  }

  private static void element27(int[] array) {
    array[0] = 1;
  }

  private static void element28(int[] array) {
    array[0] = 1;
  }

  private static void element29(int[] array) {
    array[0] = 1;
  }

  private static void element30(int[] array) {
    array[0] = 1;
  }

  private static void element31(int[] array) {
    array[0] = 1;
  }

  private static void element32(int[] array) {
    array[0] = 1;
  }

  private static void element33(int[] array) {
    array[0] = 1;
  }

  private static void element34(int[] array) {
    array[0] = 1;
  }

  private static void element35(int[] array) {
    array[0] = 1;
  }

  private static void element36(int[] array) {
    array[0] = 1;
  }

  private static void element37(int[] array) {
    array[0] = 1;
  }

  private static void element38(int[] array) {
    array[0] = 1;
  }

  private static void element39(int[] array) {
    array[0] = 1;
  }

  private static void element40(int[] array) {
    array[0] = 1;
  }

  private static void element41(int[] array) {
    array[0] = 1;
  }

  private static void element42(int[] array) {
    array[0] = 1;
  }

  private static void element43(int[] array) {
    array[0] = 1;
  }

  private static void element44(int[] array) {
    array[0] = 1;
  }

  private static void element45(int[] array) {
    array[0] = 1;
  }

  private static void element46(int[] array) {
    array[0] = 1;
  }

  private static void element47(int[] array) {
    array[0] = 1;
  }

  private static void element48(int[] array) {
    array[0] = 1;
  }

  private static void element49(int[] array) {
    array[0] = 1;
  }
}
