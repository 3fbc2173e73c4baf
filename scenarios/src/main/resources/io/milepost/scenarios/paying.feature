Feature: Invoices, credit notes, debit memos and payment

  Background:
    Given on 2 March 10 are ordered for 20 March at 5.00

  Scenario: Received, invoiced, matched, paid
    When on 18 March 10 are received
    And on 19 March the supplier invoices 10 at 5.00 as I1
    And on 20 March bill B1 for invoice I1 is posted for 10 at 5.00
    And on 17 April bill B1 is paid
    Then the line has reached ordered, received, invoiced, matched, paid and closed
    And invoiced is dated 20 March
    And paid is dated 17 April
    And the line shows
      | stage    | closed  |
      | match    | matched |
      | invoiced | 10      |
      | bills    | 1       |
      | payments | 1       |

  Scenario: The invoice comes before the goods
    When on 10 March bill B1 is posted for 10 at 5.00
    Then the line has reached ordered and invoiced
    When on 18 March 10 are received
    Then the line has reached ordered, invoiced, received, matched and closed
    And matched is dated 18 March

  Scenario: A draft is no bill
    When on 10 March bill B1 is drafted for 10 at 5.00
    Then the line has reached ordered
    When on 12 March bill B1 is posted
    Then the line has reached ordered and invoiced

  Scenario: An invoice and the bill made of it are one and the same
    When on 19 March the supplier invoices 10 at 5.00 as I1
    And on 20 March bill B1 for invoice I1 is posted for 10 at 5.00
    Then the line shows
      | invoiced | 10 |

  Scenario: Invoiced in two parts
    When on 10 March bill B1 is posted for 4 at 5.00
    Then the line has reached ordered
    When on 20 March bill B2 is posted for 6 at 5.00
    Then the line has reached ordered and invoiced
    And invoiced is dated 20 March

  Scenario: A credit note after the invoice
    When on 18 March 10 are received
    And on 19 March bill B1 is posted for 10 at 5.00
    And on 25 March the supplier credits 2 at 5.00 as CN1
    Then invoiced is dated 19 March
    And the line shows
      | invoiced | 10 |
      | credited | 2  |

  Scenario: A credit note before everything else
    When on 9 March the supplier credits 2 at 5.00 as CN1
    And on 10 March bill B1 is posted for 10 at 5.00
    And on 18 March 10 are received
    Then the line has reached ordered, invoiced, received, matched and closed
    And the line shows
      | invoiced | 10 |
      | credited | 2  |

  Scenario: A debit memo is posted and taken back
    When on 18 March 10 are received
    And on 19 March bill B1 is posted for 10 at 5.00
    And on 20 March debit memo D1 is posted for 10 at 5.00
    Then the line shows
      | credited       | 10 |
      | bills reversed | 1  |
    When on 21 March debit memo D1 is taken back
    Then the line shows
      | credited       | 0 |
      | bills reversed | 0 |

  Scenario: A bill is taken back
    When on 18 March 10 are received
    And on 19 March bill B1 is posted for 10 at 5.00
    Then the line has reached ordered, received, invoiced, matched and closed
    When on 20 March bill B1 is taken back
    Then the line has reached ordered and received
    And the line shows
      | stage          | open    |
      | match          | pending |
      | bills reversed | 1       |

  Scenario: A bill is posted, the receipt reversed, the receipt posted again
    When on 10 March bill B1 is posted for 10 at 5.00
    And on 18 March 10 are received as R1
    And on 19 March receipt R1 is reversed
    Then the line has reached ordered and invoiced
    When on 23 March 10 are received
    Then the line has reached ordered, invoiced, received, matched and closed
    And matched is dated 23 March

  Scenario: The supplier cancels its invoice
    When on 19 March the supplier invoices 10 at 5.00 as I1
    Then the line has reached ordered and invoiced
    When on 20 March the supplier cancels invoice I1
    Then the line has reached ordered

  Scenario: Paid when every bill is paid
    When on 5 March bill B1 is posted for 4 at 5.00
    And on 6 March bill B2 is posted for 6 at 5.00
    And on 10 March bill B1 is paid
    Then the line has reached ordered and invoiced
    When on 12 March bill B2 is paid
    Then the line has reached ordered, invoiced and paid
    And paid is dated 12 March

  Scenario: A bill that is not asked for in time
    Given the rule
      """
      rule: invoice
      expects: INVOICED
      startedBy: RECEIVED
      due: {from: start, allowance: 30d}
      """
    When on 18 March 10 are received
    And it is 17 April 12:00
    Then this is the alert
      | rule    | status | deadline       |
      | invoice | open   | 17 April 12:00 |
    When on 20 April bill B1 is posted for 10 at 5.00
    Then this is the alert
      | rule    | status  | closed   |
      | invoice | cleared | 20 April |
